package io.freshmaker.command.handler.rpm;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Packages;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rebuilds the packages that are built with one of which a build got a followed tag, and what is built with those. */
@Component
record RebuildRPMsOnRPMTagged(Packages packages, OwnRebuilds ownRebuilds) implements RebuildHandler<BuildTagged> {

    @Override
    public Class<BuildTagged> trigger() {
        return BuildTagged.class;
    }

    @Override
    public RebuildPlan plan(BuildTagged trigger, Draft draft) {
        return new PackagesOfUpdate(packages, ownRebuilds)
                .plan("tag " + trigger.tag(), List.of(trigger.build()), trigger.branch(), draft);
    }
}
