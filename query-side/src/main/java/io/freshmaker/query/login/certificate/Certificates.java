package io.freshmaker.query.login.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Client certificates of TLS connections. The server has checked them against its trust store before a request is read. */
public final class Certificates {

    private static final String OF_REQUEST = "jakarta.servlet.request.X509Certificate";

    private Certificates() {}

    /** The subject of the certificate at the other end, as RFC 2253 writes it; nobody without one, or without TLS. */
    public static Optional<String> subject(HttpServletRequest request) {
        return request.getAttribute(OF_REQUEST) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0].getSubjectX500Principal().getName())
                : Optional.empty();
    }

    /** That the server asks for them, and trusts an authority that was named to it and not everyone whom Java trusts. */
    public static void requireServer(Environment settings, String reason) {
        String asked = settings.getProperty("server.ssl.client-auth", "none");
        if (!asked.equalsIgnoreCase("want") && !asked.equalsIgnoreCase("need")) {
            throw new IllegalArgumentException(
                    "server.ssl.client-auth: expected want or need, because of %s, found %s".formatted(reason, asked));
        }
        boolean trust = settings.containsProperty("server.ssl.bundle")
                || settings.containsProperty("server.ssl.trust-certificate")
                || settings.containsProperty("server.ssl.trust-store");
        if (!trust) {
            throw new IllegalArgumentException(
                    "server.ssl.bundle: expected a bundle with the authority of client certificates, because of %s, found nothing"
                            .formatted(reason));
        }
    }
}
