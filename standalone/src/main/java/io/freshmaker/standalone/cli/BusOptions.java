package io.freshmaker.standalone.cli;

import com.rabbitmq.client.ConnectionFactory;
import io.freshmaker.standalone.house.StartOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import picocli.CommandLine.Option;

/** Where the bus is, and how we show who we are. With {@code amqps} the server has to show it too, by its name. */
final class BusOptions {

    private static final int LIMIT_MILLIS = 5_000;
    private static final String EMBEDDED = "amqp://guest:guest@127.0.0.1:" + StartOptions.AMQP_PORT + "/";

    @Option(
            names = "--amqp",
            paramLabel = "URL",
            defaultValue = "${env:FRESHMAKER_AMQP_URL:-" + EMBEDDED + "}",
            description = "Where the bus is (default: $FRESHMAKER_AMQP_URL, else " + EMBEDDED + ").")
    private String url = "";

    @Option(names = "--ca", paramLabel = "FILE", description = "PEM of who certifies the bus, with amqps.")
    private @Nullable Path authority;

    @Option(names = "--cert", paramLabel = "FILE", description = "PEM of our certificate, with amqps.")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "PEM of our private key, with amqps.")
    private @Nullable Path key;

    ConnectionFactory factory() {
        try {
            URI address = new URI(url);
            boolean secured = "amqps".equals(address.getScheme());
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(new URI(secured ? url.replaceFirst("amqps", "amqp") : url)); // it would trust everybody
            if (secured) secure(factory, address);
            if (factory.getVirtualHost().isEmpty()) {
                factory.setVirtualHost("/"); // a URL that ends in a slash means the usual one
            }
            factory.setConnectionTimeout(LIMIT_MILLIS);
            factory.setHandshakeTimeout(LIMIT_MILLIS);
            factory.setAutomaticRecoveryEnabled(false);
            return factory;
        } catch (URISyntaxException | GeneralSecurityException | IllegalArgumentException e) {
            throw new CommandFailed(
                    "'%s' is no address of a bus: amqp://USER:PASSWORD@HOST:PORT/ is expected.".formatted(shown()), e);
        }
    }

    private void secure(ConnectionFactory factory, URI address) {
        if (address.getPort() == -1) factory.setPort(ConnectionFactory.DEFAULT_AMQP_OVER_SSL_PORT);
        factory.useSslProtocol(context());
        factory.enableHostnameVerification();
    }

    private SSLContext context() {
        try {
            return SslBundle.of(new PemSslStoreBundle(
                            certificate == null ? null : details(certificate).withPrivateKey(location(key)),
                            authority == null ? null : details(authority)))
                    .createSslContext();
        } catch (RuntimeException e) {
            throw new CommandFailed("--ca, --cert and --key cannot be used: %s.".formatted(e.getMessage()), e);
        }
    }

    private static PemSslStoreDetails details(Path file) {
        return PemSslStoreDetails.forCertificate(location(file));
    }

    private static @Nullable String location(@Nullable Path file) {
        return file == null ? null : "file:" + file.toAbsolutePath();
    }

    /** A password is not repeated. */
    private String shown() {
        return url.replaceFirst("//[^/@]*@", "//…@");
    }
}
