package io.freshmaker.command.compose;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How composes are waited for.
 *
 * @param pollInterval how often all that are waited for are asked about
 * @param deadline how long builds wait for one
 */
@ConfigurationProperties("freshmaker.odcs")
public record ComposeSettings(
        @DefaultValue("60s") Duration pollInterval,
        @DefaultValue("24h") Duration deadline) {

    public ComposeSettings {
        check("poll-interval", pollInterval);
        check("deadline", deadline);
    }

    /** Until when what is wanted now is waited for. */
    public Instant deadline(Instant now) {
        return now.plus(deadline);
    }

    private static void check(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "freshmaker.odcs.%s: expected a duration above zero, found %s".formatted(name, value));
        }
    }
}
