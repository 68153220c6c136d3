package io.freshmaker.command.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.outside.TooSlow;
import io.freshmaker.command.port.Unavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunksTest {

    private final Chunks chunks = new Chunks("pyxis", 20);
    private final List<Integer> asked = new ArrayList<>();
    private int bearable = 100;

    private static Queue<Integer> numbers(int count) {
        return new ArrayDeque<>(IntStream.range(0, count).boxed().toList());
    }

    private void answer(List<Integer> chunk) {
        asked.add(chunk.size());
        if (chunk.size() > bearable) throw new TooSlow("too slow");
    }

    @Test
    void a_quick_system_is_asked_about_many_at_once() {
        chunks.ask(numbers(45), this::answer);

        assertThat(asked).containsExactly(20, 20, 5);
    }

    @Test
    void one_that_is_too_slow_is_asked_about_half_until_it_answers() {
        bearable = 6;
        chunks.ask(numbers(14), this::answer);

        assertThat(asked).containsExactly(20 - 6, 7, 3, 3, 3, 3, 2);
    }

    @Test
    void it_is_asked_about_more_again_when_it_has_answered_some_times() {
        bearable = 5;
        chunks.ask(numbers(20), this::answer);
        assertThat(asked).containsExactly(20, 10, 5, 5, 5, 5);
        assertThat(chunks.size()).isEqualTo(10);
        bearable = 100;
        chunks.ask(numbers(200), this::answer);

        assertThat(chunks.size()).isEqualTo(20);
        assertThat(asked.subList(asked.size() - 3, asked.size())).contains(20);
    }

    @Test
    void what_was_answered_is_not_asked_again_and_one_alone_that_takes_too_long_is_a_failure() {
        Queue<Integer> left = numbers(10);
        List<Integer> answered = new ArrayList<>();

        assertThatThrownBy(() -> chunks.ask(left, chunk -> {
                    if (chunk.contains(4)) throw new TooSlow("too slow");
                    answered.addAll(chunk);
                }))
                .isInstanceOf(TooSlow.class);
        assertThat(answered).containsExactly(0, 1, 2, 3);
        chunks.ask(left, answered::addAll);
        assertThat(answered).containsExactlyElementsOf(numbers(10));
    }

    @Test
    void another_failure_passes_at_once() {
        assertThatThrownBy(() -> chunks.ask(numbers(40), chunk -> {
                    asked.add(chunk.size());
                    throw new Unavailable("away");
                }))
                .isInstanceOf(Unavailable.class);
        assertThat(asked).containsExactly(20);
        assertThat(chunks.size()).isEqualTo(20);
    }
}
