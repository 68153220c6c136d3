package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.Updates;
import java.util.List;

/**
 * Images that contain an RPM of some builds in an older version and, after them, every image that is built from one of those
 * (contract §5, spec §6.5 and §7.2).
 */
record ImagesOfUpdate(Images images, Updates updates) {

    /** @param update what people call these builds together */
    RebuildPlan plan(String update, List<String> builds, Draft draft) {
        var rpms = builds.stream().flatMap(build -> updates.rpmsOf(build).stream());
        UpdatedRpms updated = new UpdatedRpms(update, rpms.toList());
        RebuildTree tree = new RebuildTree(images, draft);
        for (var image : images.containing(updated.names())) {
            var verdict = updated.verdictOn(image);
            if (verdict.code() == ReasonCode.RPM_UPDATED) tree.plant(image, verdict);
            else tree.leave(image, verdict);
        }
        images.unbuiltContaining(updated.names()).forEach(image -> tree.plant(image, updated.verdictOn(image)));
        return tree.grown();
    }
}
