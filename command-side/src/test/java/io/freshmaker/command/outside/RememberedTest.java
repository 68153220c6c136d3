package io.freshmaker.command.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final Remembered<String, Integer> remembered =
            new Remembered<>(Duration.ofMinutes(20), 2, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    private final AtomicInteger questions = new AtomicInteger();

    private int ask(String key) {
        return remembered.orAsk(key, questions::incrementAndGet);
    }

    @Test
    void an_answer_is_good_for_its_time_and_not_longer() {
        assertThat(ask("a")).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(20)).minusMillis(1);
        assertThat(ask("a")).isEqualTo(1);
        now = now.plusMillis(1);
        assertThat(ask("a")).isEqualTo(2);
    }

    @Test
    void of_too_many_the_one_that_nobody_asked_for_the_longest_goes() {
        ask("a");
        ask("b");
        ask("a");
        ask("c");

        assertThat(remembered.get("b")).isEmpty();
        assertThat(remembered.get("a")).contains(1);
        assertThat(remembered.get("c")).contains(3);
    }

    @Test
    void what_is_forgotten_is_asked_again() {
        ask("a");
        remembered.forget("a");

        assertThat(ask("a")).isEqualTo(2);
    }
}
