package io.freshmaker.command.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code freshmaker.build.retry-pause}: how long after a failed attempt the second one is made; before the third it is four times that. */
@ConfigurationProperties("freshmaker.build")
record RetrySettings(@DefaultValue("1m") Duration retryPause) {

    private static final int GROWTH = 4;

    RetrySettings {
        if (retryPause.isNegative()) {
            throw new IllegalArgumentException(
                    "freshmaker.build.retry-pause: expected a duration of at least 0, found " + retryPause);
        }
    }

    Duration pauseBefore(int attempt) {
        return attempt <= 2 ? retryPause : retryPause.multipliedBy(GROWTH);
    }
}
