package io.freshmaker.command.handler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RebuildPathTest {
    @Test
    void a_short_way_is_told_in_full() {
        assertThat(way(3)).isEqualTo("0 → 1 → 2");
        assertThat(way(12)).isEqualTo("0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → 10 → 11");
    }

    @Test
    void of_a_long_way_the_middle_is_left_out() {
        assertThat(way(13)).isEqualTo("0 → 1 → 2 → 3 → 4 → 5 → … 1 more … → 7 → 8 → 9 → 10 → 11 → 12");
        assertThat(way(10_000))
                .hasSizeLessThan(200)
                .contains("5 → … 9988 more … → 9994")
                .endsWith("→ 9999");
    }

    private static String way(int length) {
        RebuildPath path = RebuildPath.from("0");
        for (int next = 1; next < length; next++) path = path.to(Integer.toString(next));
        return path.toString();
    }
}
