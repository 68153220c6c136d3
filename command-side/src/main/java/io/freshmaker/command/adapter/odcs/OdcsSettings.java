package io.freshmaker.command.adapter.odcs;

import io.freshmaker.command.outside.Identity;
import io.freshmaker.command.outside.KerberosIdentity;
import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where ODCS is and how it is asked (docs/systems/odcs.md). A wrong value stops the start with a sentence that names it.
 *
 * @param serverUrl without {@code /api/1}; null fails what needs it
 * @param token for {@code auth=token}; never shown
 * @param principal for {@code auth=kerberos}
 * @param keytab with its key; null: the ticket cache
 * @param sigkeys that RPMs of composes of tags and builds must be signed with; none: as ODCS likes
 * @param owner under which ODCS knows our composes; when set, those of others are never used
 */
@ConfigurationProperties(OdcsSettings.PREFIX)
record OdcsSettings(
        @Nullable URI serverUrl,
        @DefaultValue("none") Auth auth,
        @Nullable String token,
        @Nullable String principal,
        @Nullable Path keytab,
        @DefaultValue List<String> sigkeys,
        @Nullable String owner,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.odcs";

    private static final Settings SETTINGS = new Settings(PREFIX);

    /** How we say who we are. */
    enum Auth {
        NONE,
        KERBEROS,
        TOKEN
    }

    OdcsSettings {
        serverUrl = SETTINGS.address("server-url", serverUrl);
        token = token == null || token.isBlank() ? null : token.strip();
        owner = owner == null || owner.isBlank() ? null : owner.strip();
        sigkeys = List.copyOf(sigkeys);
        SETTINGS.check("token", "a token, for auth=token", "nothing", auth != Auth.TOKEN || token != null);
        SETTINGS.check(
                "principal", "a principal, for auth=kerberos", "nothing", auth != Auth.KERBEROS || principal != null);
        SETTINGS.readable("keytab", "a keytab", keytab);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    /** Of those who have something done. */
    Identity identity() {
        return switch (auth) {
            case NONE -> Identity.NOBODY;
            case KERBEROS -> new KerberosIdentity(Objects.requireNonNull(principal), keytab);
            case TOKEN -> (request, _) -> request.setHeader("Authorization", "Bearer " + token);
        };
    }

    @Override
    public String toString() {
        return "OdcsSettings[serverUrl=%s, auth=%s, token=%s, owner=%s]"
                .formatted(serverUrl, auth, token == null ? "none" : "***", owner);
    }
}
