package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.command.port.Compose.State;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What everybody who makes composes does. */
public abstract class ComposesContract {

    protected static final ComposeRequest SETS = ComposeRequest.ofContentSets(Set.of("shelf-rpms", "board-rpms"));
    protected static final ComposeRequest BUILDS =
            ComposeRequest.ofBuilds(List.of("tls-2-1"), List.of("tls", "tls-libs"), List.of("x86_64"));
    protected static final ComposeRequest TAG = ComposeRequest.ofTag("f42-candidate", List.of("tls"));

    protected abstract Composes composes();

    protected abstract void becomes(long number, State state);

    protected final Compose compose(long number) {
        return List.copyOf(composes().find(List.of(number)).values()).getFirst();
    }

    @Test
    void what_is_asked_for_has_a_number_and_is_made() {
        long number = composes().request(SETS);

        Compose compose = compose(number);
        assertThat(compose.number()).isEqualTo(number);
        assertThat(compose.state().isPending()).isTrue();
        assertThat(compose.source().split(" ")).containsExactlyInAnyOrder("shelf-rpms", "board-rpms");
        assertThat(compose.type()).isEqualTo(SETS.type());
    }

    @Test
    void every_state_is_told_as_it_is() {
        long number = composes().request(BUILDS);

        for (State state : State.values()) {
            becomes(number, state);
            assertThat(compose(number).state()).isEqualTo(state);
        }
    }

    @Test
    void what_nobody_knows_is_missing_and_many_are_found_at_once() {
        List<Long> numbers =
                LongStream.range(0, 7).map(_ -> composes().request(TAG)).boxed().toList();
        List<Long> asked = List.of(numbers.getFirst(), numbers.get(2), numbers.get(4), numbers.getLast(), 4711L);

        assertThat(composes().find(asked).keySet())
                .containsExactlyInAnyOrder(numbers.getFirst(), numbers.get(2), numbers.get(4), numbers.getLast());
        assertThat(composes().find(List.of())).isEmpty();
    }

    @Test
    void those_alike_are_of_the_same_words_and_not_over_the_newest_first() {
        long over = composes().request(SETS);
        long older = composes().request(SETS);
        composes().request(BUILDS);
        composes().request(ComposeRequest.ofContentSets(Set.of("shelf-rpms")));
        long newer = composes().request(SETS);
        becomes(over, State.REMOVED);
        becomes(older, State.DONE);
        becomes(newer, State.GENERATING);

        assertThat(composes().alike(SETS)).extracting(Compose::number).containsExactly(newer, older);
        becomes(newer, State.FAILED);
        assertThat(composes().alike(SETS)).extracting(Compose::number).containsExactly(older);
    }

    @Test
    void what_is_gone_is_made_again_under_another_number_and_what_is_there_keeps_its_own() {
        long number = composes().request(TAG);
        becomes(number, State.DONE);
        assertThat(composes().renew(number)).isEqualTo(number);

        becomes(number, State.REMOVED);
        long next = composes().renew(number);

        assertThat(next).isGreaterThan(number);
        assertThat(compose(next).state().isPending()).isTrue();
    }

    @Test
    void what_nobody_knows_cannot_be_made_again() {
        assertThatThrownBy(() -> composes().renew(4711))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("No compose with id 4711 found");
    }
}
