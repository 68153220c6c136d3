package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.Updates;
import io.freshmaker.command.rules.Rules;
import org.springframework.stereotype.Component;

/**
 * Rebuilds the images that contain an RPM of a Bodhi update in an older version and, after them, every image that is built from
 * one of those (contract §5, spec §6.5 and §7.2).
 */
@Component
record RebuildImagesOnRPMBodhiUpdate(Images images, Updates updates, Rules rules)
        implements RebuildHandler<UpdateStable> {
    @Override
    public Class<UpdateStable> trigger() {
        return UpdateStable.class;
    }

    @Override
    public RebuildPlan plan(UpdateStable trigger) {
        var rpms = trigger.builds().stream().flatMap(build -> updates.rpmsOf(build).stream());
        UpdatedRpms updated = new UpdatedRpms(trigger.update(), rpms.toList());
        RebuildTree tree = new RebuildTree(images, Draft.of(this, rules));
        for (var image : images.containing(updated.names())) {
            var verdict = updated.verdictOn(image);
            if (verdict.code() == ReasonCode.RPM_UPDATED) tree.plant(image, verdict);
            else tree.leave(image, verdict);
        }
        images.unbuiltContaining(updated.names()).forEach(image -> tree.plant(image, updated.verdictOn(image)));
        return tree.grown();
    }
}
