package io.freshmaker.command.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.Blocker;
import io.freshmaker.api.artifactbuild.Blocker.Kind;
import io.freshmaker.api.value.BuildId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Blocker ONE = Blocker.parent(new BuildId("build-1"));
    private static final Blocker TWO = Blocker.parent(new BuildId("build-2"));

    @Test
    void it_is_over_when_all_are_gone() {
        Waiting waiting = Waiting.on(List.of(ONE, TWO));

        assertThat(waiting.isOver()).isFalse();
        assertThat(waiting.without(TWO, "two").isOver()).isFalse();
        assertThat(waiting.without(TWO, "two").without(ONE, "one").isOver()).isTrue();
    }

    @Test
    void waiting_on_nothing_is_over() {
        assertThat(Waiting.on(List.of()).isOver()).isTrue();
    }

    @Test
    void products_stand_in_the_order_of_the_blockers() {
        assertThat(Waiting.on(List.of(ONE, TWO))
                        .without(TWO, "two")
                        .without(ONE, "one")
                        .products(Kind.PARENT))
                .containsExactly("one", "two");
    }

    @Test
    void a_blocker_may_leave_nothing() {
        assertThat(Waiting.on(List.of(ONE, TWO))
                        .without(ONE, "")
                        .without(TWO, "two")
                        .products(Kind.PARENT))
                .containsExactly("two");
    }
}
