package io.freshmaker.platform.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code freshmaker.retention.…}: how long what is no fact is kept. {@code 0} is for ever; anything else less than an
 * hour, for read models less than a day, stops the start.
 *
 * @param messages raw messages that made an Event, told of a build or were dropped
 * @param ignoredMessages raw messages that said nothing to us
 * @param buildLogs what builds printed
 * @param failedJobs jobs that were given up
 * @param readModels Events that ended, with their builds and plans, as the API shows them
 */
@ConfigurationProperties("freshmaker.retention")
public record RetentionSettings(
        @DefaultValue("365d") Duration messages,
        @DefaultValue("14d") Duration ignoredMessages,
        @DefaultValue("180d") Duration buildLogs,
        @DefaultValue("90d") Duration failedJobs,
        @DefaultValue("0") Duration readModels) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    public RetentionSettings {
        check("messages", messages, HOUR, "1h");
        check("ignored-messages", ignoredMessages, HOUR, "1h");
        check("build-logs", buildLogs, HOUR, "1h");
        check("failed-jobs", failedJobs, HOUR, "1h");
        check("read-models", readModels, DAY, "1d");
    }

    private static void check(String name, Duration value, Duration least, String leastAsWritten) {
        if (value.isZero() || value.compareTo(least) >= 0) return;
        throw new IllegalArgumentException("freshmaker.retention.%s: expected 0 (for ever) or at least %s, found %s"
                .formatted(name, leastAsWritten, value));
    }
}
