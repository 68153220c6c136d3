package io.freshmaker.command.handler.image;

import static io.freshmaker.command.handler.image.AdvisoryWorld.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import io.freshmaker.command.rules.Criterion;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What somebody wants rebuilt for an advisory (spec §2.8, §2.11, §13.4, §19.5 R3 and R9). */
class ManualRebuildTest {

    private static final String FOO = "foo-1-1";
    private static final String BAR = "bar-1-1";
    private static final int EARLIER = 7;

    private final AdvisoryWorld world = new AdvisoryWorld();

    @Test
    void only_the_images_that_are_named_are_looked_for() {
        world.finding(node(FOO, List.of(), List.of()));

        RebuildPlan plan = world.plan(wanting(List.of(FOO, BAR), List.of(), Map.of()));

        assertThat(world.asked.getFirst().leaves()).containsExactly(new Nvr(FOO), new Nvr(BAR));
        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().originalNvr())
                .containsExactly(FOO);
    }

    @Test
    void it_is_planned_as_the_advisory_is_whatever_its_state() {
        world.advisory = AdvisoryWorld.advisory("REL_PREP", "rpm");
        world.finding(node(FOO, List.of(), List.of()));
        for (Nvr build : world.content.builds()) world.tags.put(build.value(), List.of("rhel-7.2-candidate"));
        world.latest.put("rhel-7.2-candidate", Set.copyOf(world.content.builds()));

        RebuildPlan byHand = world.plan(wanting(List.of(), List.of(), Map.of()));

        assertThat(byHand).isEqualTo(world.plan("REL_PREP"));
    }

    @Test
    void what_was_rebuilt_before_is_left_alone_unless_all_of_it_is_wanted_again() {
        world.earlier.add(rebuilt());

        world.plan(wanting(List.of(), List.of(), Map.of()));
        world.plan(wanting(List.of(), List.of(), Map.of("skip_rebuilt", true)));
        world.plan(wanting(List.of(), List.of(), Map.of("skip_rebuilt", false)));

        assertThat(world.asked)
                .extracting(asked -> asked.rebuilt().keySet())
                .containsExactly(Set.of(new Nvr(FOO)), Set.of(new Nvr(FOO)), Set.of());
    }

    @Test
    void who_names_an_image_wants_it_once_more() {
        world.earlier.add(rebuilt());
        world.finding(node(FOO, List.of(), List.of()));

        RebuildPlan plan = world.plan(wanting(List.of(FOO), List.of(), Map.of()));

        assertThat(plan.artifacts()).hasSize(1);
        assertThat(world.asked.getFirst().rebuilt()).isEmpty();
    }

    @Test
    void what_the_event_did_that_it_builds_upon_is_never_done_again() {
        world.earlier.add(rebuilt());
        world.finding(node(FOO, List.of(), List.of()), node(BAR, List.of(FOO), List.of()));

        RebuildPlan plan = world.plan(wanting(List.of(FOO, BAR), List.of(EARLIER), Map.of("skip_rebuilt", false)));

        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().originalNvr())
                .containsExactly(BAR);
        PlannedArtifact bar = plan.artifacts().getFirst();
        assertThat(bar.parents()).isEmpty();
        assertThat(bar.originalParents()).containsExactly("foo-1-1.1700000000");
    }

    @Test
    void rules_may_tell_it_from_what_comes_by_itself() {
        world.finding(node(FOO, List.of(), List.of()));
        world.rules =
                (handler, type, criteria) -> "True".equals(criteria.known().get(Criterion.MANUAL))
                        ? Optional.empty()
                        : Optional.of(RulesForTests.objection(handler));

        assertThat(world.plan(wanting(List.of(), List.of(), Map.of())).artifacts())
                .hasSize(1);
        assertThat(world.plan("SHIPPED_LIVE").nothing())
                .isNotNull()
                .satisfies(reason -> assertThat(reason.code()).isEqualTo(ReasonCode.ADVISORY_NOT_ALLOWED));
    }

    private static ManualRebuild wanting(List<String> images, List<Integer> dependsOn, Map<String, Object> metadata) {
        return new ManualRebuild(
                AdvisoryWorld.ADVISORY, images, new Request("manual_rebuild_1", Way.API, null, dependsOn, metadata));
    }

    private static Rebuilt rebuilt() {
        return new Rebuilt(
                new Nvr(FOO),
                new Nvr("foo-1-1.1700000000"),
                EARLIER,
                70,
                new TreeSet<>(Set.of(new Nvr("tls-3.2-2.fc42"))));
    }
}
