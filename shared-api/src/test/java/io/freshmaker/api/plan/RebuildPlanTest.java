package io.freshmaker.api.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RebuildPlanTest {

    private static final Reason DIRECT = Reason.of(ReasonCode.RPM_UPDATED);
    private static final Reason INDIRECT = Reason.of(ReasonCode.PARENT_REBUILT);

    @Test
    void random_plans_stand_parents_first() {
        long seed = Long.getLong("freshmaker.seed", System.nanoTime());
        System.err.println("random_plans_stand_parents_first: -Dfreshmaker.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) assertSorted(randomPlan(random));
    }

    @Test
    void what_stands_in_order_stays_as_it_is() {
        PlannedArtifact c = image("c");
        PlannedArtifact a = image("a", c);
        PlannedArtifact b = image("b");

        assertThat(plan(c, a, b).artifacts()).containsExactly(c, a, b);
        assertThat(plan(b, c, a).artifacts()).containsExactly(b, c, a);
        assertThat(plan(a, b, c).artifacts()).containsExactly(c, a, b);
    }

    @Test
    void a_cycle_is_named() {
        PlannedArtifact a = image("a", image("b"));
        PlannedArtifact b = image("b", image("c"));
        PlannedArtifact c = image("c", image("b"));

        assertCycle("image:b-1-1 → image:c-1-1 → image:b-1-1", a, b, c);
    }

    @Test
    void what_is_its_own_parent_is_a_cycle() {
        assertCycle("image:a-1-1 → image:a-1-1", image("a", image("a")));
    }

    @Test
    void a_parent_outside_is_refused() {
        PlannedArtifact a = image("a", image("b"));

        assertThatThrownBy(() -> plan(a))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A parent is not in the plan: image:b-1-1");
    }

    @Test
    @Timeout(20)
    void a_chain_of_ten_thousand_is_no_problem() {
        List<PlannedArtifact> chain = new ArrayList<>(List.of(image("i0")));
        for (int i = 1; i < 10_000; i++) chain.add(image("i" + i, chain.getLast()));

        assertThat(new RebuildPlan(chain.reversed(), List.of()).artifacts()).isEqualTo(chain);
    }

    @Test
    void the_same_artifact_twice_is_one_that_waits_for_all_its_parents() {
        PlannedArtifact x = image("x");
        PlannedArtifact y = image("y");
        PlannedArtifact one =
                PlannedArtifact.dependent(image("a").artifact(), INDIRECT).after(List.of(x.key()), List.of("o-1-1"));
        PlannedArtifact other = image("a").after(List.of(y.key(), x.key()), List.of("o-1-1", "p-1-1"));

        RebuildPlan merged = plan(x, one).mergedWith(plan(y, x, other));

        PlannedArtifact a = merged.artifacts().getLast();
        assertThat(merged.artifacts()).extracting(PlannedArtifact::key).containsExactly(x.key(), y.key(), a.key());
        assertThat(a.rebuildReason()).isEqualTo(RebuildReason.DIRECTLY_AFFECTED);
        assertThat(a.reason()).isEqualTo(DIRECT);
        assertThat(a.parents()).containsExactly(x.key(), y.key());
        assertThat(a.originalParents()).containsExactly("o-1-1", "p-1-1");
    }

    @Test
    void of_two_reasons_of_the_same_weight_the_first_stays() {
        PlannedArtifact one = PlannedArtifact.directly(image("a").artifact(), Reason.of(ReasonCode.DOCKERFILE_CHANGED));

        assertThat(plan(one).mergedWith(plan(image("a"))).artifacts()).containsExactly(one);
        assertThat(plan(image("a")).mergedWith(plan(one)).artifacts()).containsExactly(image("a"));
    }

    @Test
    void what_one_handler_plans_is_not_declined() {
        RebuildPlan declining = new RebuildPlan(List.of(), List.of(declined("a"), declined("b")));

        assertThat(plan(image("a")).mergedWith(declining).declined()).containsExactly(declined("b"));
        assertThat(declining.mergedWith(plan(image("a"))).declined()).containsExactly(declined("b"));
    }

    @Test
    void what_is_declined_twice_is_declined_once() {
        RebuildPlan declining = new RebuildPlan(List.of(), List.of(declined("a")));

        assertThat(declining.mergedWith(declining)).isEqualTo(declining);
    }

    @Test
    void two_plans_may_make_a_cycle_together() {
        RebuildPlan one = plan(image("a"), image("b", image("a")));
        RebuildPlan other = plan(image("b"), image("a", image("b")));

        assertThatThrownBy(() -> one.mergedWith(other)).isInstanceOf(CyclicPlan.class);
    }

    @Test
    void only_a_plan_that_looked_at_nothing_is_empty() {
        assertThat(RebuildPlan.EMPTY.isEmpty()).isTrue();
        assertThat(RebuildPlan.EMPTY.mergedWith(RebuildPlan.EMPTY)).isEqualTo(RebuildPlan.EMPTY);
        assertThat(new RebuildPlan(List.of(), List.of(declined("a"))).isEmpty()).isFalse();
        assertThat(plan(image("a")).isEmpty()).isFalse();
    }

    private static void assertCycle(String path, PlannedArtifact... artifacts) {
        assertThatThrownBy(() -> plan(artifacts))
                .isInstanceOfSatisfying(
                        CyclicPlan.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    private static void assertSorted(List<PlannedArtifact> given) {
        List<PlannedArtifact> sorted = new RebuildPlan(given, List.of()).artifacts();

        assertThat(sorted).containsExactlyInAnyOrderElementsOf(given);
        assertParentsFirst(sorted);
        assertThat(new RebuildPlan(given, List.of()).artifacts()).isEqualTo(sorted);
        assertThat(new RebuildPlan(sorted, List.of()).artifacts()).isEqualTo(sorted);
    }

    private static void assertParentsFirst(List<PlannedArtifact> sorted) {
        Set<ArtifactKey> seen = new HashSet<>();
        for (PlannedArtifact artifact : sorted) {
            assertThat(seen).containsAll(artifact.parents());
            seen.add(artifact.key());
        }
    }

    private static List<PlannedArtifact> randomPlan(Random random) {
        List<PlannedArtifact> plan = new ArrayList<>();
        int size = random.nextInt(40);
        for (int i = 0; i < size; i++) {
            int sparsity = 1 + random.nextInt(10);
            PlannedArtifact[] parents =
                    plan.stream().filter(_ -> random.nextInt(sparsity) == 0).toArray(PlannedArtifact[]::new);
            plan.add(image("i" + i, parents));
        }
        Collections.shuffle(plan, random);
        return plan;
    }

    private static RebuildPlan plan(PlannedArtifact... artifacts) {
        return new RebuildPlan(List.of(artifacts), List.of());
    }

    private static PlannedArtifact image(String name, PlannedArtifact... parents) {
        Source source = new Source("container/" + name, "f25", null, null);
        List<ArtifactKey> keys = Stream.of(parents).map(PlannedArtifact::key).toList();
        return PlannedArtifact.directly(Artifact.image(new Nvr(name + "-1-1"), source), DIRECT)
                .after(keys, List.of());
    }

    private static DeclinedArtifact declined(String name) {
        return new DeclinedArtifact(image(name).artifact(), Reason.of(ReasonCode.NOT_ALLOWED));
    }
}
