package io.freshmaker.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private long now;
    private final Remembered figures = new Remembered(this::ask, () -> now);
    private int asked;
    private boolean broken;

    @Test
    void all_figures_of_five_seconds_cost_one_question() {
        for (int i = 0; i < 100; i++) figures.get("asked");
        now = TimeUnit.MILLISECONDS.toNanos(4_999);

        assertThat(figures.get("asked")).isEqualTo(1);
        assertThat(figures.get("never heard of")).isZero();
        now = TimeUnit.SECONDS.toNanos(5);
        assertThat(figures.get("asked")).isEqualTo(2);
    }

    @Test
    void what_cannot_be_had_is_no_number_and_is_not_asked_for_all_the_time() {
        figures.get("asked");
        broken = true;
        now = TimeUnit.SECONDS.toNanos(5);

        assertThat(figures.get("asked")).isNaN();
        assertThat(figures.get("asked")).isNaN();
        assertThat(asked).isEqualTo(2);
        broken = false;
        now = TimeUnit.SECONDS.toNanos(10);
        assertThat(figures.get("asked")).isEqualTo(3);
    }

    private Map<String, Double> ask() {
        asked++;
        if (broken) throw new IllegalStateException("no database");
        return Map.of("asked", (double) asked);
    }
}
