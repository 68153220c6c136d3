package io.freshmaker.command.adapter.errata;

import io.freshmaker.command.outside.Identity;
import io.freshmaker.command.outside.KerberosIdentity;
import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
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

    private static final Settings SETTINGS = new Settings(PREFIX);

    /** How we say who we are. */
    enum Auth {
        NONE,
        KERBEROS
    }

    ErrataSettings {
        serverUrl = SETTINGS.address("server-url", serverUrl);
        principal = principal == null || principal.isBlank() ? null : principal;
        rhelReleasePrefix = rhelReleasePrefix.strip();
        SETTINGS.check(
                "principal", "a principal, for auth=kerberos", "nothing", auth != Auth.KERBEROS || principal != null);
        SETTINGS.readable("keytab", "a keytab", keytab);
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
}
