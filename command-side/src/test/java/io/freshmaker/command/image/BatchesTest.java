package io.freshmaker.command.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private final Map<Nvr, List<Nvr>> parents = new HashMap<>();

    /** The worked example of spec §7.6, to the letter. */
    @Test
    void a_shared_parent_appears_once_and_nothing_before_what_it_is_built_from() {
        list("leaf1", "b", "a");
        list("leaf2", "c", "b", "a");
        list("leaf3", "k", "j", "e", "a");
        list("leaf4", "d", "e", "a");
        list("leaf5", "a");
        list("leaf6", "f", "g");
        list("leaf7", "leaf6", "f", "g");

        assertThat(Batches.of(parents))
                .containsExactly(
                        nvrs("a", "g"),
                        nvrs("b", "e", "f", "leaf5"),
                        nvrs("c", "d", "j", "leaf1", "leaf6"),
                        nvrs("k", "leaf2", "leaf4", "leaf7"),
                        nvrs("leaf3"));
    }

    @Test
    void what_has_several_parents_waits_for_the_last_of_them() {
        list("app", "a");
        list("app", "c", "b", "a");

        assertThat(Batches.of(parents)).containsExactly(nvrs("a"), nvrs("b"), nvrs("c"), nvrs("app"));
    }

    @Test
    void parents_outside_do_not_count() {
        parents.put(nvr("app"), nvrs("somewhere"));

        assertThat(Batches.of(parents)).containsExactly(nvrs("app"));
    }

    @Test
    void a_cycle_cannot_be_put_in_order() {
        list("app", "a", "b", "a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batches.of(parents))
                .withMessage("Built from each other: [a-1-1, app-1-1, b-1-1]");
    }

    /** Each built from the next. */
    private void list(String... names) {
        for (int at = 0; at < names.length; at++) {
            List<Nvr> of = parents.computeIfAbsent(nvr(names[at]), _ -> new ArrayList<>());
            if (at + 1 < names.length) of.add(nvr(names[at + 1]));
        }
    }

    private static List<Nvr> nvrs(String... names) {
        return Arrays.stream(names).map(BatchesTest::nvr).toList();
    }

    private static Nvr nvr(String name) {
        return new Nvr(name + "-1-1");
    }
}
