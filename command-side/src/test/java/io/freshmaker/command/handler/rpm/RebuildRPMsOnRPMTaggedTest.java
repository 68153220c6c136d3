package io.freshmaker.command.handler.rpm;

import static io.freshmaker.command.port.FakeCatalog.rpm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.handler.rpm.OwnRebuilds.Rebuild;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebuildRPMsOnRPMTaggedTest {

    private static final BuildTagged TAGGED = new BuildTagged("tls-2-1.fc42", "f42-build", "f42");
    private static final OwnRebuilds SOMEBODY_ELSES = (_, _) -> Optional.empty();

    private final FakeCatalog catalog = new FakeCatalog()
            .with(rpm("web", "f42", "tls"))
            .with(rpm("client", "f42", "web", "tls"))
            .with(rpm("desktop", "f42", "client", "fonts"))
            .with(rpm("web", "f41", "tls"))
            .with(rpm("other", "f42", "fonts"));

    @Test
    void what_is_built_with_it_is_rebuilt_and_what_is_built_with_that_each_after_what_it_is_built_with() {
        RebuildPlan plan = plan(RulesForTests.EVERYTHING, SOMEBODY_ELSES, TAGGED);

        assertThat(names(plan)).containsExactly("web", "client", "desktop");
        assertThat(plan.artifacts().get(1).parents())
                .extracting(Object::toString)
                .containsExactly("rpm:web:f42");
        assertThat(plan.artifacts().get(2).parents())
                .extracting(Object::toString)
                .containsExactly("rpm:client:f42");
        assertThat(plan.declined()).isEmpty();
    }

    @Test
    void each_says_why_and_with_which_new_build_it_has_to_be_built() {
        List<PlannedArtifact> plan =
                plan(RulesForTests.EVERYTHING, SOMEBODY_ELSES, TAGGED).artifacts();

        assertThat(plan.getFirst().artifact().source()).isEqualTo(new Source("rpms/web", "f42", null, "f42-candidate"));
        assertThat(plan.getFirst().rebuildReason()).isEqualTo(RebuildReason.DIRECTLY_AFFECTED);
        assertThat(plan.getFirst().reason())
                .isEqualTo(new Reason(
                        ReasonCode.REQUIREMENT_UPDATED,
                        Map.of("update", "tag f42-build", "rpm", "tls", "updated", "tls-2-1.fc42")));
        assertThat(plan.get(1).originalParents()).containsExactly("tls-2-1.fc42");
        assertThat(plan.getLast().rebuildReason()).isEqualTo(RebuildReason.DEPENDENCY);
        assertThat(plan.getLast().reason()).isEqualTo(Reason.of(ReasonCode.PARENT_REBUILT, "path", "client → desktop"));
        assertThat(plan.getLast().originalParents()).isEmpty();
    }

    @Test
    void what_a_rule_forbids_is_declined_and_so_nothing_is_rebuilt_because_of_it() {
        RebuildPlan plan = plan(RulesForTests.allBut("client"), SOMEBODY_ELSES, TAGGED);

        assertThat(names(plan)).containsExactly("web");
        assertThat(plan.declined())
                .extracting(DeclinedArtifact::reason)
                .containsExactly(RulesForTests.objection("RebuildRPMsOnRPMTagged"));
    }

    @Test
    void what_is_built_with_itself_by_way_of_others_is_left_to_people_and_the_cycle_is_named() {
        catalog.with(rpm("egg", "f42", "hen", "tls"))
                .with(rpm("hen", "f42", "egg"))
                .with(rpm("nest", "f42", "hen", "web"));

        RebuildPlan plan = plan(RulesForTests.EVERYTHING, SOMEBODY_ELSES, TAGGED);

        assertThat(names(plan)).containsExactly("web", "client", "desktop", "nest");
        assertThat(plan.artifacts().getLast().parents())
                .extracting(Object::toString)
                .containsExactly("rpm:web:f42");
        assertThat(plan.declined())
                .extracting(one -> one.artifact().name(), DeclinedArtifact::reason)
                .containsExactly(tuple("egg", Reason.of(ReasonCode.REQUIREMENT_CYCLE, "cycle", "egg → hen → egg")));
    }

    @Test
    void a_package_that_the_new_build_is_itself_built_with_is_on_a_cycle_too_so_no_chain_of_events_is_endless() {
        catalog.with(rpm("tls", "f42", "web"));

        RebuildPlan plan = plan(RulesForTests.EVERYTHING, SOMEBODY_ELSES, TAGGED);

        assertThat(names(plan)).containsExactly("client", "desktop");
        assertThat(plan.declined())
                .extracting(one -> one.reason().fact("cycle"))
                .containsExactly("tls → web → tls");
    }

    @Test
    void an_earlier_build_of_itself_is_no_cycle() {
        catalog.with(rpm("compiler", "f42", "compiler", "tls")).with(rpm("tls", "f42", "tls"));

        RebuildPlan plan = plan(RulesForTests.EVERYTHING, SOMEBODY_ELSES, TAGGED);

        assertThat(names(plan)).containsExactlyInAnyOrder("client", "compiler", "web", "desktop");
        assertThat(plan.declined()).isEmpty();
    }

    @Test
    void our_own_rebuild_leads_to_nothing_more_and_says_so() {
        Rebuild ours = new Rebuild(new BuildId("build-1"), 12, 3, Set.of());

        RebuildPlan plan = plan(RulesForTests.EVERYTHING, (_, _) -> Optional.of(ours), TAGGED);

        assertThat(plan.artifacts()).isEmpty();
        assertThat(plan.declined())
                .extracting(one -> one.artifact().name(), one -> one.reason().code())
                .containsExactly(tuple("client", ReasonCode.OWN_REBUILD), tuple("web", ReasonCode.OWN_REBUILD));
        assertThat(plan.declined().getFirst().reason().facts())
                .isEqualTo(Map.of("updated", "tls-2-1.fc42", "build", "build-1", "build_number", "12", "event", "3"));
    }

    @Test
    void as_long_as_nobody_knows_whose_build_it_is_nothing_is_planned() {
        OwnRebuilds unknown = (_, _) -> {
            throw new Unavailable("Koji has not answered yet");
        };

        assertThatThrownBy(() -> plan(RulesForTests.EVERYTHING, unknown, TAGGED))
                .isInstanceOf(Unavailable.class);
        assertThat(plan(RulesForTests.EVERYTHING, unknown, new BuildTagged("desktop-1-1", "f42-build", "f42"))
                        .isEmpty())
                .as("where nothing is built with it nobody is asked")
                .isTrue();
    }

    private RebuildPlan plan(Rules rules, OwnRebuilds ownRebuilds, BuildTagged trigger) {
        return Plans.of(new RebuildRPMsOnRPMTagged(catalog, ownRebuilds), rules, trigger);
    }

    private static List<String> names(RebuildPlan plan) {
        return plan.artifacts().stream().map(one -> one.artifact().name()).toList();
    }
}
