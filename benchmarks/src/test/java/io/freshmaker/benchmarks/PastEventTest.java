package io.freshmaker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastEventTest {

    private final List<PastEvent> events = IntStream.rangeClosed(1, 109)
            .mapToObj(number -> PastEvent.of(number, 30, false))
            .toList();

    @Test
    void builds_are_numbered_one_after_the_other() {
        int next = 31;
        for (PastEvent event : events) {
            assertThat(event.firstBuild()).isEqualTo(next);
            next += event.builds();
        }
        assertThat(next - 31).isEqualTo(PastEvent.buildsUpTo(109));
    }

    @Test
    void every_json_is_that_of_its_row() {
        for (PastEvent event : events) {
            assertThat(event.json(List.of()).id()).isEqualTo(event.number());
            assertThat(event.listed()).isEqualTo(event.json(List.of()).state() != 4);
        }
        PastBuild build = PastBuild.of(PastEvent.large(3_000), 2_999);
        assertThat(build.json().id()).isEqualTo(3_000);
        assertThat(build.json().depOnId()).isEqualTo(1_500);
    }
}
