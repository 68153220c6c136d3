package io.freshmaker.messaging.testing;

import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Qpid Broker-J as a UMB that is spoken to with TLS and a client's certificate only; there is one queue. */
public final class SecuredUmb extends EmbeddedTestBroker {

    public static final String QUEUE = "Consumer.freshmaker.test.VirtualTopic.eng.a";

    private static final String PASSWORD = "changeit";

    /** Trusts what {@code authority} has certified, and shows the certificate of {@code server}. */
    public SecuredUmb(TestAuthority authority, Identity server) {
        super(
                "secured.json",
                Map.of(
                        "test.authority", authority.certificate().toUri().toString(),
                        "test.identity", stored(server).toUri().toString(),
                        "test.password", PASSWORD));
    }

    /** As PKCS #12, because the broker reads keys as PEM of one kind only. */
    private static Path stored(Identity server) {
        PemSslStoreDetails details = PemSslStoreDetails.forCertificate("file:" + server.certificate())
                .withPrivateKey("file:" + server.key())
                .withAlias("server");
        KeyStore read = Objects.requireNonNull(new PemSslStoreBundle(details, null).getKeyStore());
        Path file = server.key().resolveSibling(server.key().getFileName() + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore written = KeyStore.getInstance("PKCS12");
            written.load(null, null);
            written.setKeyEntry(
                    "server", read.getKey("server", null), PASSWORD.toCharArray(), read.getCertificateChain("server"));
            written.store(out, PASSWORD.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    public String address() {
        return "amqps://127.0.0.1:" + port();
    }
}
