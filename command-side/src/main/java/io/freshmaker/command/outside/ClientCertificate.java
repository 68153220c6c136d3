package io.freshmaker.command.outside;

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

/**
 * What we show a system outside over TLS, and whom we trust; everything in PEM files.
 *
 * @param certificate ours; null: we show none
 * @param key of the certificate; may be the same file
 * @param authority whom we trust instead of the JVM's; null: the JVM's
 */
public record ClientCertificate(
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable Path authority) {

    /**
     * Nothing of our own where no setting says so: then the JVM's.
     *
     * @param settings the names of those that name the files, for people
     */
    public Optional<SSLContext> context(String settings) {
        if (certificate == null && authority == null) return Optional.empty();
        try {
            return Optional.of(
                    SslBundle.of(new PemSslStoreBundle(ours(), trusted())).createSslContext());
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "%s: expected PEM files, found one that cannot be used: %s".formatted(settings, e.getMessage()), e);
        }
    }

    private @Nullable PemSslStoreDetails ours() {
        if (certificate == null) return null;
        return PemSslStoreDetails.forCertificate(read(certificate))
                .withPrivateKey(read(key == null ? certificate : key));
    }

    private @Nullable PemSslStoreDetails trusted() {
        return authority == null ? null : PemSslStoreDetails.forCertificate(read(authority));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
