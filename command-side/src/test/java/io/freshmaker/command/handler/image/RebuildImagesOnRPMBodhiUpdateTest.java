package io.freshmaker.command.handler.image;

import static io.freshmaker.command.port.FakeCatalog.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.plan.CyclicPlan;
import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.UnbuiltImage;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebuildImagesOnRPMBodhiUpdateTest {
    private static final String OLD = "tls-libs-1.9-1.fc42.x86_64";
    private static final String NEW = "tls-libs-1.10-1.fc42.x86_64";
    private static final UpdateStable UPDATE =
            new UpdateStable("FEDORA-2026-1", List.of("tls-1.10-1.fc42", "unknown-1-1"), "f42");

    private final FakeCatalog catalog = new FakeCatalog().withBuild("tls-1.10-1.fc42", NEW);

    @Test
    void has_the_originals_name() {
        assertThat(new RebuildImagesOnRPMBodhiUpdate(catalog, catalog).name())
                .isEqualTo("RebuildImagesOnRPMBodhiUpdate");
    }

    @Test
    void an_image_with_an_older_rpm_is_rebuilt_and_told_which() {
        catalog.with(image("base-42-1", List.of("scratch-1-1"), OLD));

        PlannedArtifact base = plan(RulesForTests.EVERYTHING).artifacts().getFirst();

        assertThat(base.rebuildReason()).isEqualTo(RebuildReason.DIRECTLY_AFFECTED);
        assertThat(base.reason())
                .isEqualTo(new Reason(
                        ReasonCode.RPM_UPDATED,
                        Map.of("update", "FEDORA-2026-1", "rpm", "tls-libs", "contained", OLD, "updated", NEW)));
        assertThat(base.parents()).isEmpty();
        assertThat(base.originalParents()).containsExactly("scratch-1-1");
    }

    @Test
    void what_is_built_from_it_comes_after_it_in_the_same_plan_with_the_way_that_leads_there() {
        catalog.with(image("base-42-1", List.of(), OLD))
                .with(image("a-tools-1-1", List.of("base-42-1")))
                .with(image("an-app-1-1", List.of("a-tools-1-1", "base-42-1", "scratch-1-1")))
                .with(image("stranger-1-1", List.of("scratch-1-1")));

        RebuildPlan plan = plan(RulesForTests.EVERYTHING);
        PlannedArtifact app = plan.artifacts().getLast();

        assertThat(names(plan)).containsExactly("base", "a-tools", "an-app");
        assertThat(app.rebuildReason()).isEqualTo(RebuildReason.DEPENDENCY);
        assertThat(app.reason()).isEqualTo(Reason.of(ReasonCode.PARENT_REBUILT, "path", "base-42-1 → an-app-1-1"));
        assertThat(app.parents())
                .containsExactly(new ArtifactKey("image:a-tools-1-1"), new ArtifactKey("image:base-42-1"));
        assertThat(app.originalParents()).containsExactly("scratch-1-1");
    }

    @Test
    void an_image_that_is_affected_itself_stays_so_even_below_another() {
        catalog.with(image("base-42-1", List.of(), OLD)).with(image("app-1-1", List.of("base-42-1"), OLD));

        assertThat(plan(RulesForTests.EVERYTHING).artifacts())
                .extracting(PlannedArtifact::rebuildReason)
                .containsOnly(RebuildReason.DIRECTLY_AFFECTED);
        assertThat(names(plan(RulesForTests.EVERYTHING))).containsExactly("base", "app");
    }

    @Test
    void an_image_without_an_older_rpm_is_declined_and_told_what_was_compared() {
        catalog.with(image("fresh-1-1", List.of(), NEW));

        assertThat(plan(RulesForTests.EVERYTHING).artifacts()).isEmpty();
        assertThat(plan(RulesForTests.EVERYTHING).declined())
                .extracting(DeclinedArtifact::reason)
                .containsExactly(new Reason(
                        ReasonCode.NOT_OLDER,
                        Map.of("update", "FEDORA-2026-1", "rpm", "tls-libs", "contained", NEW, "updated", NEW)));
    }

    @Test
    void unless_it_is_built_from_something_that_is_rebuilt() {
        catalog.with(image("base-42-1", List.of(), OLD)).with(image("fresh-1-1", List.of("base-42-1"), NEW));

        assertThat(names(plan(RulesForTests.EVERYTHING))).containsExactly("base", "fresh");
        assertThat(plan(RulesForTests.EVERYTHING).declined()).isEmpty();
    }

    @Test
    void one_older_rpm_among_several_is_enough() {
        catalog.withBuild("sh-5-2", "sh-5-2.noarch");
        catalog.with(image("base-42-1", List.of(), NEW, "sh-5-1.noarch"));
        UpdateStable both = new UpdateStable("FEDORA-2026-1", List.of("tls-1.10-1.fc42", "sh-5-2"), "f42");

        RebuildPlan plan =
                Plans.of(new RebuildImagesOnRPMBodhiUpdate(catalog, catalog), RulesForTests.EVERYTHING, both);

        assertThat(plan.artifacts().getFirst().reason().fact("rpm")).isEqualTo("sh");
    }

    @Test
    void what_a_rule_declines_is_told_with_the_rule_and_pulls_nothing_in() {
        catalog.with(image("base-42-1", List.of(), OLD))
                .with(image("legacy-1-1", List.of("base-42-1"), NEW))
                .with(image("below-1-1", List.of("legacy-1-1")))
                .with(image("beside-1-1", List.of("legacy-1-1", "base-42-1")));

        RebuildPlan plan = plan(RulesForTests.allBut("legacy"));

        assertThat(names(plan)).containsExactly("base", "beside");
        assertThat(plan.artifacts().getLast().originalParents()).containsExactly("legacy-1-1");
        assertThat(plan.declined())
                .extracting(one -> one.artifact().name(), DeclinedArtifact::reason)
                .containsExactly(tuple("legacy", RulesForTests.objection("RebuildImagesOnRPMBodhiUpdate")));
    }

    @Test
    void images_that_are_built_from_each_other_are_a_cycle_with_a_name() {
        catalog.with(image("a-1-1", List.of("c-1-1"), OLD))
                .with(image("b-1-1", List.of("a-1-1")))
                .with(image("c-1-1", List.of("b-1-1")));

        assertThatExceptionOfType(CyclicPlan.class)
                .isThrownBy(() -> plan(RulesForTests.EVERYTHING))
                .satisfies(cycle -> assertThat(cycle.path()).contains("image:a-1-1", "image:b-1-1", "image:c-1-1"));
    }

    @Test
    void containers_of_which_no_build_is_known_are_rebuilt_on_each_branch_unless_a_rule_objects() {
        catalog.with(unbuilt("f42")).with(unbuilt("f43"));

        RebuildPlan plan = plan(RulesForTests.EVERYTHING);
        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().source().branch(), PlannedArtifact::reason)
                .containsExactly(tuple("f42", updated()), tuple("f43", updated()));
        assertThat(plan.artifacts())
                .allSatisfy(one -> assertThat(one.artifact().originalNvr()).isNull());
        RebuildPlan nothing = plan((_, _, _) -> Optional.of(Reason.of(ReasonCode.BLOCKED)));
        assertThat(nothing.artifacts()).isEmpty();
        assertThat(nothing.declined()).hasSize(2);
    }

    private static UnbuiltImage unbuilt(String branch) {
        Source source = new Source("container/app", branch, null, branch + "-container-candidate");
        return new UnbuiltImage("app", source, List.of("other", "tls-libs"));
    }

    private static Reason updated() {
        return new Reason(ReasonCode.RPM_UPDATED, Map.of("update", "FEDORA-2026-1", "rpm", "tls-libs", "updated", NEW));
    }

    @Test
    void an_update_without_known_rpms_leads_to_nothing() {
        catalog.with(image("base-42-1", List.of(), OLD));
        UpdateStable unknown = new UpdateStable("FEDORA-2026-2", List.of("unknown-1-1"), "f42");

        assertThat(Plans.of(new RebuildImagesOnRPMBodhiUpdate(catalog, catalog), RulesForTests.EVERYTHING, unknown)
                        .isEmpty())
                .isTrue();
    }

    private RebuildPlan plan(Rules rules) {
        return Plans.of(new RebuildImagesOnRPMBodhiUpdate(catalog, catalog), rules, UPDATE);
    }

    private static List<String> names(RebuildPlan plan) {
        return plan.artifacts().stream().map(one -> one.artifact().name()).toList();
    }
}
