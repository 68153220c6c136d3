package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.Updates;
import org.springframework.stereotype.Component;

/** Rebuilds the images that contain an RPM of a Bodhi update in an older version, and what is built from them (spec §6.5). */
@Component
record RebuildImagesOnRPMBodhiUpdate(Images images, Updates updates) implements RebuildHandler<UpdateStable> {
    @Override
    public Class<UpdateStable> trigger() {
        return UpdateStable.class;
    }

    @Override
    public RebuildPlan plan(UpdateStable trigger, Draft draft) {
        return new ImagesOfUpdate(images, updates).plan(trigger.update(), trigger.builds(), draft);
    }
}
