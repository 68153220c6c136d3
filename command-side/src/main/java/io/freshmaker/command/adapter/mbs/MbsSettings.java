package io.freshmaker.command.adapter.mbs;

import io.freshmaker.command.outside.Politeness;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where MBS is and how it is asked (contract §7).
 *
 * @param baseUrl without {@code /module-build-service}
 * @param token sent with what changes something there; never shown
 * @param owner under which MBS knows our builds; when set, only those are taken for our own after a crash
 * @param pollInterval how often unfinished builds are asked about
 * @param maxBuilds of ours at once
 * @param catalogAge for how long what is known of its modules is answered without asking again
 */
@ConfigurationProperties(MbsSettings.PREFIX)
record MbsSettings(
        @Nullable URI baseUrl,
        @Nullable String token,
        @Nullable String owner,
        @DefaultValue("60s") Duration pollInterval,
        @DefaultValue("20") int maxBuilds,
        @DefaultValue("10m") Duration catalogAge,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.mbs";

    MbsSettings {
        baseUrl = baseUrl == null || baseUrl.toString().isEmpty() ? null : baseUrl;
        if (baseUrl != null && !Set.of("http", "https").contains(String.valueOf(baseUrl.getScheme()))) {
            throw wrong("base-url", "an http or https address", baseUrl);
        }
        token = token == null || token.isBlank() ? null : token.strip();
        owner = owner == null || owner.isBlank() ? null : owner;
        if (!pollInterval.isPositive()) throw wrong("poll-interval", "a duration above zero", pollInterval);
        if (maxBuilds < 1) throw wrong("max-builds", "at least 1", maxBuilds);
        if (catalogAge.isNegative()) throw wrong("catalog-age", "a duration", catalogAge);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    private static IllegalArgumentException wrong(String name, String expected, Object found) {
        return new IllegalArgumentException("%s.%s: expected %s, found %s".formatted(PREFIX, name, expected, found));
    }

    @Override
    public String toString() {
        return "MbsSettings[baseUrl=%s, token=%s, owner=%s, maxBuilds=%d]"
                .formatted(baseUrl, token == null ? "none" : "***", owner, maxBuilds);
    }
}
