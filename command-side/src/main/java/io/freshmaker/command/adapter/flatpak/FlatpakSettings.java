package io.freshmaker.command.adapter.flatpak;

import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Settings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index is and how it is asked. A wrong value stops the start with a sentence that names it.
 *
 * @param serverUrl what {@code /released/…} is put behind; null: nobody asks about Flatpaks
 */
@ConfigurationProperties(FlatpakSettings.PREFIX)
record FlatpakSettings(
        @Nullable URI serverUrl,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.flatpak";

    FlatpakSettings {
        serverUrl = new Settings(PREFIX).address("server-url", serverUrl);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }
}
