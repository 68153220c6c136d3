package io.freshmaker.command.adapter.errata;

import io.freshmaker.command.outside.Politeness;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
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

    JiraSettings {
        serverUrl = serverUrl == null || serverUrl.toString().isEmpty() ? null : serverUrl;
        email = email == null || email.isBlank() ? null : email.strip();
        token = token == null || token.isBlank() ? null : token.strip();
        if (serverUrl != null && !isHttp(serverUrl)) throw wrong("server-url", "an http or https address", serverUrl);
        if (email == null && token != null) throw wrong("email", "an address, for the token", "nothing");
        if (email != null && token == null) throw wrong("token", "a token, for the email", "nothing");
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    private static boolean isHttp(URI uri) {
        return uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
    }

    private static IllegalArgumentException wrong(String name, String expected, Object found) {
        return new IllegalArgumentException("%s.%s: expected %s, found %s".formatted(PREFIX, name, expected, found));
    }

    @Override
    public String toString() {
        return "JiraSettings[serverUrl=%s, token=%s]".formatted(serverUrl, token == null ? "none" : "***");
    }
}
