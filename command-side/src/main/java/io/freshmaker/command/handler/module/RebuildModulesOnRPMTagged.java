package io.freshmaker.command.handler.module;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.handler.rpm.OwnRebuilds;
import io.freshmaker.command.port.Modules;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rebuilds the modules that have, from the branch of a followed tag, the package of a build that got the tag among their components. */
@Component
record RebuildModulesOnRPMTagged(Modules modules, OwnRebuilds ownRebuilds) implements RebuildHandler<BuildTagged> {
    @Override
    public Class<BuildTagged> trigger() {
        return BuildTagged.class;
    }

    @Override
    public RebuildPlan plan(BuildTagged trigger, Draft draft) {
        return new ModulesOfUpdate(modules, ownRebuilds)
                .plan("tag " + trigger.tag(), List.of(trigger.build()), trigger.branch(), draft);
    }
}
