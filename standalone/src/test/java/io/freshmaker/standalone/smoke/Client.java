package io.freshmaker.standalone.smoke;

import com.rabbitmq.client.ConnectionFactory;
import io.freshmaker.platform.testing.PostgresNode;
import io.freshmaker.platform.testing.RabbitNode;
import io.freshmaker.platform.testing.TestAuthority;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who wants in: a certificate, and the authority whose servers it trusts. */
record Client(TestAuthority.Identity identity, Path trusted) {

    /** How a service is told to show the certificate to the bus. */
    Map<String, String> busSettings() {
        return Map.of(
                "SPRING_RABBITMQ_SSL_ENABLED", "true",
                "SPRING_RABBITMQ_SSL_BUNDLE", "bus",
                "SPRING_SSL_BUNDLE_PEM_BUS_KEYSTORE_CERTIFICATE", "file:" + identity.certificate(),
                "SPRING_SSL_BUNDLE_PEM_BUS_KEYSTORE_PRIVATEKEY", "file:" + identity.key(),
                "SPRING_SSL_BUNDLE_PEM_BUS_TRUSTSTORE_CERTIFICATE", "file:" + trusted);
    }

    ConnectionFactory bus(RabbitNode node, String password) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(node.port());
        factory.setUsername(node.user());
        factory.setPassword(password);
        factory.useSslProtocol(bundle().createSslContext());
        return factory;
    }

    DataSource database(PostgresNode node, String password) {
        return new DriverManagerDataSource(node.url(identity), node.user(), password);
    }

    private SslBundle bundle() {
        return SslBundle.of(new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate("file:" + identity.certificate())
                        .withPrivateKey("file:" + identity.key()),
                PemSslStoreDetails.forCertificate("file:" + trusted)));
    }
}
