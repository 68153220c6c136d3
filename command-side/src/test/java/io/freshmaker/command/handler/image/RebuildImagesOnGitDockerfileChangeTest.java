package io.freshmaker.command.handler.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuildImagesOnGitDockerfileChangeTest {
    @Test
    void has_the_originals_name() {
        assertThat(new RebuildImagesOnGitDockerfileChange().name()).isEqualTo("RebuildImagesOnGitDockerfileChange");
    }

    @Test
    void the_image_is_rebuilt_at_the_pushed_commit_whether_or_not_anybody_knows_it() {
        Source source = new Source("container/app", "f42", "c0ffee", "f42-container-candidate");
        Reason reason = new Reason(ReasonCode.DOCKERFILE_CHANGED, Map.of("branch", "f42", "commit", "c0ffee"));

        assertThat(plan(RulesForTests.EVERYTHING, push("f42")).artifacts())
                .containsExactly(PlannedArtifact.directly(Artifact.image("app", source), reason));
    }

    @Test
    void the_target_of_master_is_rawhide() {
        RebuildPlan plan = plan(RulesForTests.EVERYTHING, push("master"));

        assertThat(plan.artifacts().getFirst().artifact().source().target()).isEqualTo("rawhide-container-candidate");
        assertThat(plan.artifacts().getFirst().artifact().source().branch()).isEqualTo("master");
    }

    @Test
    void what_a_rule_declines_is_told_with_the_rule() {
        RebuildPlan plan = plan(RulesForTests.allBut("app"), push("f42"));

        assertThat(plan.artifacts()).isEmpty();
        assertThat(plan.declined().getFirst().reason())
                .isEqualTo(RulesForTests.objection("RebuildImagesOnGitDockerfileChange"));
    }

    private static DockerfileChanged push(String branch) {
        return new DockerfileChanged("app", branch, "c0ffee");
    }

    private static RebuildPlan plan(Rules rules, DockerfileChanged trigger) {
        return Plans.of(new RebuildImagesOnGitDockerfileChange(), rules, trigger);
    }
}
