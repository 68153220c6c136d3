package io.freshmaker.platform.pause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PausesTest {

    private final Pauses pauses = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void each_is_twice_as_long_up_to_the_limit() {
        assertThat(seconds(5)).containsExactly(1L, 2L, 4L, 5L, 5L);
    }

    @Test
    void they_begin_anew_after_a_success() {
        seconds(3);

        pauses.succeeded();

        assertThat(seconds(2)).containsExactly(1L, 2L);
    }

    @Test
    void they_are_at_their_start_until_one_is_made() {
        assertThat(pauses.areAtTheirStart()).isTrue();
        seconds(1);
        assertThat(pauses.areAtTheirStart()).isFalse();
        assertThat(pauses.upcoming()).hasSeconds(2);
    }

    private List<Long> seconds(int count) {
        return Stream.generate(pauses::next)
                .limit(count)
                .map(Duration::toSeconds)
                .toList();
    }
}
