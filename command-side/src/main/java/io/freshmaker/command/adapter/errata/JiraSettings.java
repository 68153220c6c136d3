package io.freshmaker.command.adapter.errata;

import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Settings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Jira is and how it is asked (contract §7). A wrong value stops the start with a sentence that names it.
 *
 * @param serverUrl without a path of its API; null: it is not asked
 * @param email whose token it is; null: we say nothing of who we are
 * @param token sent with every question; never shown
 */
@ConfigurationProperties(JiraSettings.PREFIX)
record JiraSettings(
        @Nullable URI serverUrl,
        @Nullable String email,
        @Nullable String token,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.jira";

    private static final Settings SETTINGS = new Settings(PREFIX);

    JiraSettings {
        serverUrl = SETTINGS.address("server-url", serverUrl);
        email = email == null || email.isBlank() ? null : email.strip();
        token = token == null || token.isBlank() ? null : token.strip();
        SETTINGS.check("email", "an address, for the token", "nothing", email != null || token == null);
        SETTINGS.check("token", "a token, for the email", "nothing", email == null || token != null);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    @Override
    public String toString() {
        return "JiraSettings[serverUrl=%s, token=%s]".formatted(serverUrl, token == null ? "none" : "***");
    }
}
