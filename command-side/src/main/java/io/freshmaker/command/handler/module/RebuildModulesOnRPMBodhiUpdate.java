package io.freshmaker.command.handler.module;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.handler.rpm.OwnRebuilds;
import io.freshmaker.command.port.Modules;
import org.springframework.stereotype.Component;

/** Rebuilds the modules that have, from the branch of a Bodhi update, one of its packages among their components (contract §5). */
@Component
record RebuildModulesOnRPMBodhiUpdate(Modules modules, OwnRebuilds ownRebuilds)
        implements RebuildHandler<UpdateStable> {
    @Override
    public Class<UpdateStable> trigger() {
        return UpdateStable.class;
    }

    @Override
    public RebuildPlan plan(UpdateStable trigger, Draft draft) {
        return new ModulesOfUpdate(modules, ownRebuilds)
                .plan(trigger.update(), trigger.builds(), trigger.releaseBranch(), draft);
    }
}
