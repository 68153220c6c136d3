package io.freshmaker.platform.retention;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionSettingsTest {

    private static final Duration FOR_EVER = Duration.ZERO;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void what_is_kept_for_ever_or_long_enough_is_accepted() {
        assertThatCode(() -> new RetentionSettings(HOUR, HOUR, HOUR, HOUR, DAY)).doesNotThrowAnyException();
        assertThatCode(() -> new RetentionSettings(FOR_EVER, FOR_EVER, FOR_EVER, FOR_EVER, FOR_EVER))
                .doesNotThrowAnyException();
    }

    @Test
    void what_would_be_gone_too_soon_is_refused_with_its_name() {
        assertThatThrownBy(() -> new RetentionSettings(HOUR, HOUR.minusMillis(1), HOUR, HOUR, DAY))
                .hasMessage("freshmaker.retention.ignored-messages: expected 0 (for ever) or at least 1h, found"
                        + " PT59M59.999S");
        assertThatThrownBy(() -> new RetentionSettings(HOUR, HOUR, HOUR, HOUR, HOUR))
                .hasMessage("freshmaker.retention.read-models: expected 0 (for ever) or at least 1d, found PT1H");
        assertThatThrownBy(() -> new RetentionSettings(HOUR.negated(), HOUR, HOUR, HOUR, DAY))
                .hasMessageStartingWith("freshmaker.retention.messages: ");
    }
}
