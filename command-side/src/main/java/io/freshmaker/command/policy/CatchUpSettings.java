package io.freshmaker.command.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code freshmaker.catch-up.…}.
 *
 * @param interval from one look at a source to the next
 * @param overlap how much of what was read is read again, for sources may say late what they did
 * @param atMost how far back it goes after a long time away
 * @param first how far back it goes when a source is read for the first time
 */
@ConfigurationProperties("freshmaker.catch-up")
record CatchUpSettings(
        @DefaultValue("10m") Duration interval,
        @DefaultValue("1h") Duration overlap,
        @DefaultValue("14d") Duration atMost,
        @DefaultValue("0s") Duration first) {

    CatchUpSettings {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException(
                    "freshmaker.catch-up.interval: expected a duration above zero, found " + interval);
        }
    }

    Instant from(Optional<Instant> readUntil, Instant now) {
        Instant earliest = now.minus(atMost);
        Instant wanted = readUntil.map(until -> until.minus(overlap)).orElseGet(() -> now.minus(first));
        return wanted.isBefore(earliest) ? earliest : wanted;
    }
}
