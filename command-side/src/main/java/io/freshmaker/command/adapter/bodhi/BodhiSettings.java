package io.freshmaker.command.adapter.bodhi;

import io.freshmaker.command.outside.Politeness;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Bodhi is (contract §7).
 *
 * @param baseUrl e.g. {@code https://bodhi.fedoraproject.org}
 * @param releases whose updates are caught up with, by name, e.g. {@code F42}; none means all
 */
@ConfigurationProperties(BodhiSettings.PREFIX)
record BodhiSettings(
        @Nullable String baseUrl,
        @DefaultValue List<String> releases,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.bodhi";

    private static final Pattern URL = Pattern.compile("https?://[^\\s?#]+");
    private static final Pattern RELEASE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    BodhiSettings {
        if (baseUrl != null && baseUrl.isBlank()) baseUrl = null;
        if (baseUrl != null) {
            if (!URL.matcher(baseUrl).matches()) {
                throw new IllegalArgumentException(
                        PREFIX + ".base-url: expected http:// or https://, found " + baseUrl);
            }
            baseUrl = baseUrl.replaceAll("/+$", "");
        }
        releases = List.copyOf(releases);
        for (String release : releases) {
            if (!RELEASE.matcher(release).matches()) {
                throw new IllegalArgumentException(
                        PREFIX + ".releases: expected names of releases like F42, found " + release);
            }
        }
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }
}
