package io.freshmaker.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallWindowTest {

    private static final Instant BEGUN = Instant.parse("2026-11-27T06:00:00Z");

    @Test
    void what_is_sent_within_five_seconds_is_heard_within_the_time_outs() {
        CallWindow window = new CallWindow(BEGUN, Duration.ofSeconds(70));

        assertThat(window.end()).isEqualTo(BEGUN.plusSeconds(75));
        assertThat(window.isMissed(at(5))).isFalse();
        assertThat(window.isMissed(at(6))).isTrue();
    }

    @Test
    void a_system_that_knows_an_order_again_is_never_waited_for() {
        CallWindow window = new CallWindow(BEGUN, Duration.ZERO);

        assertThat(window.end()).isEqualTo(BEGUN);
        assertThat(window.isMissed(at(3_600))).isFalse();
    }

    private static Clock at(long seconds) {
        return Clock.fixed(BEGUN.plusSeconds(seconds), ZoneOffset.UTC);
    }
}
