package io.freshmaker.command.adapter.koji;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** What we show a hub over TLS, and whom we trust. */
final class KojiTls {

    private KojiTls() {}

    /** Nothing of our own where no setting says so: then the JVM's. */
    static Optional<SSLContext> of(KojiSettings settings) {
        if (settings.clientCertificate() == null && settings.serverCa() == null) return Optional.empty();
        try {
            return Optional.of(SslBundle.of(
                            new PemSslStoreBundle(ours(settings.clientCertificate()), trusted(settings.serverCa())))
                    .createSslContext());
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s.client-certificate, .server-ca: expected PEM files, found one that cannot be used: %s"
                            .formatted(KojiSettings.PREFIX, e.getMessage()),
                    e);
        }
    }

    private static @Nullable PemSslStoreDetails ours(@Nullable Path file) {
        if (file == null) return null;
        String both = read(file);
        return PemSslStoreDetails.forCertificate(both).withPrivateKey(both);
    }

    private static @Nullable PemSslStoreDetails trusted(@Nullable Path file) {
        return file == null ? null : PemSslStoreDetails.forCertificate(read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
