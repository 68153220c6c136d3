package io.freshmaker.command.handler.module;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.ModuleMetadataChanged;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rebuilds a module whose own metadata changed in dist-git, known or not, at the pushed commit (spec §6.2). */
@Component
record RebuildModulesOnGitMMDChange() implements RebuildHandler<ModuleMetadataChanged> {
    @Override
    public Class<ModuleMetadataChanged> trigger() {
        return ModuleMetadataChanged.class;
    }

    @Override
    public RebuildPlan plan(ModuleMetadataChanged trigger, Draft draft) {
        Source source = new Source("modules/" + trigger.module(), trigger.branch(), trigger.commit(), null);
        Artifact module = Artifact.module(trigger.module(), trigger.branch(), null, source);
        Reason reason = new Reason(
                ReasonCode.MODULE_METADATA_CHANGED, Map.of("branch", trigger.branch(), "commit", trigger.commit()));
        draft.consider(PlannedArtifact.directly(module, reason));
        return draft.finished();
    }
}
