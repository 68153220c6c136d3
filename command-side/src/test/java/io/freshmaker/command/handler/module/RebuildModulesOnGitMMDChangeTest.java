package io.freshmaker.command.handler.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.ModuleMetadataChanged;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.rules.RulesForTests;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuildModulesOnGitMMDChangeTest {
    private static final ModuleMetadataChanged PUSH = new ModuleMetadataChanged("web", "1.0", "c0ffee");

    @Test
    void has_the_originals_name() {
        assertThat(new RebuildModulesOnGitMMDChange().name()).isEqualTo("RebuildModulesOnGitMMDChange");
    }

    @Test
    void the_module_is_rebuilt_at_the_pushed_commit_whether_or_not_anybody_knows_it() {
        Artifact web = Artifact.module("web", "1.0", null, new Source("modules/web", "1.0", "c0ffee", null));
        Reason reason = new Reason(ReasonCode.MODULE_METADATA_CHANGED, Map.of("branch", "1.0", "commit", "c0ffee"));

        assertThat(Plans.of(new RebuildModulesOnGitMMDChange(), RulesForTests.EVERYTHING, PUSH)
                        .artifacts())
                .containsExactly(PlannedArtifact.directly(web, reason));
    }

    @Test
    void what_a_rule_declines_is_told_with_the_rule() {
        var plan = Plans.of(new RebuildModulesOnGitMMDChange(), RulesForTests.allBut("web"), PUSH);

        assertThat(plan.artifacts()).isEmpty();
        assertThat(plan.declined().getFirst().reason())
                .isEqualTo(RulesForTests.objection("RebuildModulesOnGitMMDChange"));
    }
}
