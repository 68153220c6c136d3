package io.freshmaker.command.adapter.pdc;

import io.freshmaker.command.outside.Politeness;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PDC is and how it is asked (contract §7).
 *
 * @param url of its REST API, e.g. {@code https://pdc.example.com/rest_api/v1}
 */
@ConfigurationProperties(PdcSettings.PREFIX)
record PdcSettings(
        @Nullable URI url,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.pdc";

    PdcSettings {
        url = url == null || url.toString().isEmpty() ? null : url;
        if (url != null && !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "%s.url: expected an http or https address, found %s".formatted(PREFIX, url));
        }
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }
}
