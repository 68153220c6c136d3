package io.freshmaker.command.handler.module;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Modules;
import io.freshmaker.command.rules.Rules;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rebuilds the modules that have, from the branch of a Bodhi update, one of its packages among their components (contract §5). */
@Component
record RebuildModulesOnRPMBodhiUpdate(Modules modules, Rules rules) implements RebuildHandler<UpdateStable> {
    @Override
    public Class<UpdateStable> trigger() {
        return UpdateStable.class;
    }

    @Override
    public RebuildPlan plan(UpdateStable trigger) {
        Draft draft = Draft.of(this, rules);
        for (String build : trigger.builds()) {
            String rpm = new Nvr(build).name();
            Reason reason = new Reason(
                    ReasonCode.RPM_UPDATED, Map.of("update", trigger.update(), "rpm", rpm, "updated", build));
            modules.containing(rpm, trigger.releaseBranch())
                    .forEach(module -> draft.consider(CandidateModules.affected(module, reason)));
        }
        return draft.finished();
    }
}
