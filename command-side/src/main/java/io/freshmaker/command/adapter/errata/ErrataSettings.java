package io.freshmaker.command.adapter.errata;

import io.freshmaker.command.outside.Identity;
import io.freshmaker.command.outside.KerberosIdentity;
import io.freshmaker.command.outside.Politeness;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the Errata Tool is and how it is asked (contract §7). A wrong value stops the start with a sentence that names it.
 *
 * @param serverUrl without a path of its API; null refuses what needs it
 * @param auth how we say who we are
 * @param keytab with the key of {@code principal}; null: somebody else keeps a ticket in the credential cache
 * @param rhelReleasePrefix only what an advisory ships for a release of RHEL that begins with it counts; empty: everything
 */
@ConfigurationProperties(ErrataSettings.PREFIX)
record ErrataSettings(
        @Nullable URI serverUrl,
        @DefaultValue("none") Auth auth,
        @Nullable String principal,
        @Nullable Path keytab,
        @DefaultValue("") String rhelReleasePrefix,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.errata";

    /** How we say who we are. */
    enum Auth {
        NONE,
        KERBEROS
    }

    ErrataSettings {
        serverUrl = serverUrl == null || serverUrl.toString().isEmpty() ? null : serverUrl;
        principal = principal == null || principal.isBlank() ? null : principal;
        rhelReleasePrefix = rhelReleasePrefix.strip();
        check("server-url", "an http or https address", serverUrl, serverUrl == null || isHttp(serverUrl));
        check("principal", "a principal, for auth=kerberos", "nothing", auth != Auth.KERBEROS || principal != null);
        boolean readable = keytab == null || Files.isReadable(keytab);
        check("keytab", "a keytab", keytab + ", which cannot be read", readable);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Identity identity() {
        return switch (auth) {
            case NONE -> Identity.NOBODY;
            case KERBEROS -> new KerberosIdentity(Objects.requireNonNull(principal), keytab);
        };
    }

    private static boolean isHttp(URI uri) {
        return uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
    }

    private static void check(String name, String expected, @Nullable Object found, boolean good) {
        if (good) return;
        throw new IllegalArgumentException("%s.%s: expected %s, found %s".formatted(PREFIX, name, expected, found));
    }
}
