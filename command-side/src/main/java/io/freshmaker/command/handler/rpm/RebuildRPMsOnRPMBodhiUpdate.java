package io.freshmaker.command.handler.rpm;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Packages;
import org.springframework.stereotype.Component;

/** Rebuilds the packages that are built with one of a Bodhi update, and what is built with those. */
@Component
record RebuildRPMsOnRPMBodhiUpdate(Packages packages, OwnRebuilds ownRebuilds) implements RebuildHandler<UpdateStable> {

    @Override
    public Class<UpdateStable> trigger() {
        return UpdateStable.class;
    }

    @Override
    public RebuildPlan plan(UpdateStable trigger, Draft draft) {
        return new PackagesOfUpdate(packages, ownRebuilds)
                .plan(trigger.update(), trigger.builds(), trigger.releaseBranch(), draft);
    }
}
