package io.freshmaker.command.handler.module;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Modules;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rebuilds every module that has an RPM among its components whose spec file changed in dist-git (spec §6.3). */
@Component
record RebuildModulesOnGitRPMSpecChange(Modules modules) implements RebuildHandler<RpmSpecChanged> {
    @Override
    public Class<RpmSpecChanged> trigger() {
        return RpmSpecChanged.class;
    }

    @Override
    public RebuildPlan plan(RpmSpecChanged trigger, Draft draft) {
        modules.containing(trigger.rpm(), trigger.branch())
                .forEach(module -> draft.consider(CandidateModules.affected(module, reason(trigger))));
        return draft.finished();
    }

    private static Reason reason(RpmSpecChanged trigger) {
        return new Reason(
                ReasonCode.RPM_SPEC_CHANGED,
                Map.of("rpm", trigger.rpm(), "branch", trigger.branch(), "commit", trigger.commit()));
    }
}
