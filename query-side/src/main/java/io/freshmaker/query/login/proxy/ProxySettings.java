package io.freshmaker.query.login.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The proxy that logs people in before they reach us, with Kerberos for one. Checked when {@code freshmaker.auth} has
 * {@code proxy}. It must show the secret or a certificate, and all of what is set here.
 *
 * @param userHeader who it is, as the proxy says
 * @param realm {@code user@REALM} is taken without it, and nobody of another realm is taken; empty: the whole is the name
 * @param secretHeader where the proxy says the secret
 * @param secret at least 32 characters
 * @param secretFile a file with it, in place of {@code secret}
 * @param certificateSubject the subject of the proxy's client certificate, as RFC 2253 writes it
 * @param addresses from where it may come: addresses or networks ({@code 10.0.0.0/8}); empty: from anywhere
 */
@ConfigurationProperties(ProxySettings.PREFIX)
record ProxySettings(
        @DefaultValue("X-Remote-User") String userHeader,
        @DefaultValue("") String realm,
        @DefaultValue("X-Proxy-Secret") String secretHeader,
        @DefaultValue("") String secret,
        @DefaultValue("") String secretFile,
        @DefaultValue("") String certificateSubject,
        @DefaultValue List<String> addresses) {

    static final String PREFIX = "freshmaker.trusted-proxy";

    private static final int SHORTEST_SECRET = 32;
    private static final String HEADER = "[A-Za-z0-9-]+";

    void check() {
        if (!userHeader.matches(HEADER)) throw wrong("user-header", "the name of a header", userHeader);
        if (!secretHeader.matches(HEADER)) throw wrong("secret-header", "the name of a header", secretHeader);
        if (!secret.isEmpty() && !secretFile.isEmpty()) {
            throw wrong("secret-file", "only one of secret and secret-file", "both");
        }
        String known = knownSecret();
        if (known.isEmpty() && certificateSubject.isEmpty()) {
            throw wrong("secret", "a secret or a certificate-subject, so that not everybody is the proxy", "neither");
        }
        if (!known.isEmpty() && known.length() < SHORTEST_SECRET) {
            throw wrong("secret", "at least " + SHORTEST_SECRET + " characters", known.length() + " characters");
        }
        matchers();
    }

    /** From the setting or the file; empty when the certificate is all that counts. */
    String knownSecret() {
        if (secretFile.isEmpty()) return secret.strip();
        try {
            String content = Files.readString(Path.of(secretFile)).strip();
            if (content.isEmpty()) throw wrong("secret-file", "a file with a secret", "an empty one");
            return content;
        } catch (IOException e) {
            throw wrong("secret-file", "a file that can be read", secretFile);
        }
    }

    List<IpAddressMatcher> matchers() {
        return addresses.stream().map(ProxySettings::matcher).toList();
    }

    private static IpAddressMatcher matcher(String address) {
        try {
            return new IpAddressMatcher(address.strip());
        } catch (IllegalArgumentException e) {
            throw wrong("addresses", "addresses or networks", address);
        }
    }

    private static IllegalArgumentException wrong(String name, String expected, String found) {
        return new IllegalArgumentException("%s.%s: expected %s, found %s".formatted(PREFIX, name, expected, found));
    }

    /** The secret is in no log. */
    @Override
    public String toString() {
        return "ProxySettings[userHeader=%s, certificateSubject=%s, addresses=%s]"
                .formatted(userHeader, certificateSubject, addresses);
    }
}
