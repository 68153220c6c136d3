package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.Updates;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rebuilds the images that contain an RPM of a build that got a followed tag, in an older version, and what is built from them. */
@Component
record RebuildImagesOnRPMTagged(Images images, Updates updates) implements RebuildHandler<BuildTagged> {
    @Override
    public Class<BuildTagged> trigger() {
        return BuildTagged.class;
    }

    @Override
    public RebuildPlan plan(BuildTagged trigger, Draft draft) {
        return new ImagesOfUpdate(images, updates).plan("tag " + trigger.tag(), List.of(trigger.build()), draft);
    }
}
