package io.freshmaker.command.handler.rpm;

import static io.freshmaker.command.port.FakeCatalog.rpm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.handler.rpm.OwnRebuilds.Rebuild;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebuildRPMsOnRPMBodhiUpdateTest {

    private static final UpdateStable UPDATE =
            new UpdateStable("FEDORA-2026-1", List.of("tls-2-1.fc42", "web-1-9.fc42"), "f42");

    private final FakeCatalog catalog = new FakeCatalog()
            .with(rpm("web", "f42", "tls"))
            .with(rpm("client", "f42", "tls", "web"))
            .with(rpm("server", "f42", "web"));

    @Test
    void what_comes_with_the_update_is_not_rebuilt_itself_but_what_is_built_with_it_is() {
        RebuildPlan plan = plan((_, _) -> Optional.empty());

        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().name(), PlannedArtifact::originalParents)
                .containsExactly(
                        tuple("client", List.of("tls-2-1.fc42", "web-1-9.fc42")),
                        tuple("server", List.of("web-1-9.fc42")));
        assertThat(plan.artifacts().getFirst().reason().fact("update")).isEqualTo("FEDORA-2026-1");
        assertThat(plan.declined())
                .extracting(one -> one.artifact().name(), one -> one.reason().code())
                .containsExactly(tuple("web", ReasonCode.UPDATED_ITSELF));
    }

    @Test
    void a_rebuild_of_ours_that_comes_with_others_is_no_cause_but_has_to_be_built_with() {
        Rebuild ours = new Rebuild(new BuildId("build-1"), 12, 3, Set.of());

        RebuildPlan plan = plan((build, _) -> build.name().equals("web") ? Optional.of(ours) : Optional.empty());

        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().name(), PlannedArtifact::originalParents)
                .containsExactly(tuple("client", List.of("tls-2-1.fc42", "web-1-9.fc42")));
        assertThat(plan.declined())
                .extracting(one -> one.artifact().name(), one -> one.reason().code())
                .containsExactly(tuple("web", ReasonCode.UPDATED_ITSELF), tuple("server", ReasonCode.OWN_REBUILD));
    }

    private RebuildPlan plan(OwnRebuilds ownRebuilds) {
        return Plans.of(new RebuildRPMsOnRPMBodhiUpdate(catalog, ownRebuilds), RulesForTests.EVERYTHING, UPDATE);
    }
}
