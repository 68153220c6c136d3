package io.freshmaker.command.handler.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.FakeCatalog.Component;
import io.freshmaker.command.port.KnownModule.Requirement;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuildModulesOnGitRPMSpecChangeTest {
    private static final RpmSpecChanged PUSH = new RpmSpecChanged("tls", "f42", "c0ffee");
    private static final Component TLS = new Component("tls", "f42");

    private final FakeCatalog catalog = new FakeCatalog()
            .with(
                    FakeCatalog.module(
                            "web", "1.0", "20260101", new Requirement("web", "1.0"), new Requirement("zlib", "1")),
                    TLS)
            .with(FakeCatalog.module("zlib", "1", null), TLS)
            .with(FakeCatalog.module("old", "1", null), new Component("tls", "f41"));

    @Test
    void has_the_originals_name() {
        assertThat(new RebuildModulesOnGitRPMSpecChange(catalog).name()).isEqualTo("RebuildModulesOnGitRPMSpecChange");
    }

    @Test
    void modules_with_the_rpm_from_that_branch_are_rebuilt_from_the_head_of_their_own_branch() {
        PlannedArtifact web = plan(RulesForTests.EVERYTHING, PUSH).artifacts().getLast();

        assertThat(web.artifact().source()).isEqualTo(new Source("modules/web", "1.0", null, null));
        assertThat(web.artifact().originalNvr()).isEqualTo("web-1.0-20260101");
        assertThat(web.rebuildReason()).isEqualTo(RebuildReason.DIRECTLY_AFFECTED);
        assertThat(web.reason())
                .isEqualTo(new Reason(
                        ReasonCode.RPM_SPEC_CHANGED, Map.of("rpm", "tls", "branch", "f42", "commit", "c0ffee")));
    }

    @Test
    void a_module_waits_for_those_of_the_plan_that_it_is_built_with_but_not_for_itself() {
        var plan = plan(RulesForTests.EVERYTHING, PUSH);

        assertThat(plan.artifacts()).extracting(one -> one.artifact().name()).containsExactly("zlib", "web");
        assertThat(plan.artifacts().getLast().parents())
                .containsExactly(plan.artifacts().getFirst().key());
    }

    @Test
    void what_a_rule_declines_is_told_with_the_rule() {
        var plan = plan(RulesForTests.allBut("zlib"), PUSH);

        assertThat(plan.artifacts()).extracting(one -> one.artifact().name()).containsExactly("web");
        assertThat(plan.artifacts().getFirst().parents()).isEmpty();
        assertThat(plan.declined())
                .extracting(one -> one.reason())
                .isEqualTo(List.of(RulesForTests.objection("RebuildModulesOnGitRPMSpecChange")));
    }

    @Test
    void an_rpm_that_no_module_has_leads_to_nothing() {
        assertThat(plan(RulesForTests.EVERYTHING, new RpmSpecChanged("sh", "f42", "c0ffee"))
                        .isEmpty())
                .isTrue();
    }

    private RebuildPlan plan(Rules rules, RpmSpecChanged trigger) {
        return Plans.of(new RebuildModulesOnGitRPMSpecChange(catalog), rules, trigger);
    }
}
