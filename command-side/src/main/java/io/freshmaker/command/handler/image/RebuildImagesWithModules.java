package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.FollowUp;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownImage;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rebuilds the images that contain a module which the plan rebuilds, after all of these modules, and what is built from them. */
@Component
@Order(2)
record RebuildImagesWithModules(Images images) implements FollowUp {

    @Override
    public RebuildPlan after(RebuildPlan plan, Draft draft) {
        RebuildTree tree = new RebuildTree(images, draft);
        FollowUp.containing(plan, ArtifactType.MODULE, this::imagesWith).forEach(tree::plantAfter);
        return tree.grown();
    }

    private List<KnownImage> imagesWith(Artifact module) {
        return images.withModule(module.name(), Objects.requireNonNull(module.stream()));
    }
}
