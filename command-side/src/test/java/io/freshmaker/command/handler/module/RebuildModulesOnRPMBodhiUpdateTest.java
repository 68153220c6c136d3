package io.freshmaker.command.handler.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.handler.rpm.OwnRebuilds;
import io.freshmaker.command.handler.rpm.OwnRebuilds.Rebuild;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.FakeCatalog.Component;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebuildModulesOnRPMBodhiUpdateTest {
    private static final UpdateStable UPDATE =
            new UpdateStable("FEDORA-2026-1", List.of("tls-2.0-1.fc42", "sh-5-1.fc42"), "f42");
    private static final OwnRebuilds SOMEBODY_ELSES = (_, _) -> Optional.empty();
    private static final Component TLS = new Component("tls", "f42");
    private static final Component SH = new Component("sh", "f42");

    private final FakeCatalog catalog = new FakeCatalog()
            .with(FakeCatalog.module("web", "1.0", "20260101"), TLS, SH)
            .with(FakeCatalog.module("shell", "5", null), SH)
            .with(FakeCatalog.module("old", "1", null), new Component("tls", "f41"));

    @Test
    void has_the_name_of_the_contract() {
        assertThat(new RebuildModulesOnRPMBodhiUpdate(catalog, SOMEBODY_ELSES).name())
                .isEqualTo("RebuildModulesOnRPMBodhiUpdate");
    }

    @Test
    void modules_with_a_package_of_the_update_from_its_branch_are_rebuilt_once_with_the_first_reason() {
        RebuildPlan plan = plan(RulesForTests.EVERYTHING, UPDATE);

        assertThat(plan.artifacts())
                .extracting(PlannedArtifact::key)
                .map(Object::toString)
                .containsExactly("module:web:1.0", "module:shell:5");
        assertThat(plan.artifacts().getFirst().reason())
                .isEqualTo(new Reason(
                        ReasonCode.RPM_UPDATED,
                        Map.of("update", "FEDORA-2026-1", "rpm", "tls", "updated", "tls-2.0-1.fc42")));
    }

    @Test
    void what_a_rule_declines_is_told_with_the_rule() {
        RebuildPlan plan = plan(RulesForTests.allBut("web"), UPDATE);

        assertThat(plan.artifacts()).hasSize(1);
        assertThat(plan.declined())
                .extracting(one -> one.reason())
                .containsExactly(RulesForTests.objection("RebuildModulesOnRPMBodhiUpdate"));
    }

    @Test
    void what_our_own_event_rebuilds_after_the_package_is_left_to_it_and_nothing_else_is() {
        Rebuild ours = new Rebuild(new BuildId("build-1"), 12, 3, Set.of(new ArtifactKey("module:web:1.0")));

        RebuildPlan plan = Plans.of(
                new RebuildModulesOnRPMBodhiUpdate(catalog, (_, _) -> Optional.of(ours)),
                RulesForTests.EVERYTHING,
                UPDATE);

        assertThat(plan.artifacts()).extracting(one -> one.artifact().name()).containsExactly("shell");
        assertThat(plan.declined()).extracting(one -> one.artifact().name()).containsExactly("web");
        assertThat(plan.declined().getFirst().reason()).isEqualTo(ours.reason(new Nvr("tls-2.0-1.fc42")));
    }

    private RebuildPlan plan(Rules rules, UpdateStable trigger) {
        return Plans.of(new RebuildModulesOnRPMBodhiUpdate(catalog, SOMEBODY_ELSES), rules, trigger);
    }
}
