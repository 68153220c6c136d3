package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.FollowUp;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rebuilds the images that contain a module which the plan rebuilds, after all of these modules, and what is built from them. */
@Component
@Order(2)
record RebuildImagesWithModules(Images images) implements FollowUp {

    @Override
    public RebuildPlan after(RebuildPlan plan, Draft draft) {
        SequencedMap<KnownImage, List<Artifact>> contained = new LinkedHashMap<>();
        plan.ofType(ArtifactType.MODULE)
                .forEach(module -> images.withModule(module.name(), Objects.requireNonNull(module.stream()))
                        .forEach(image -> contained
                                .computeIfAbsent(image, _ -> new ArrayList<>())
                                .add(module)));
        RebuildTree tree = new RebuildTree(images, draft);
        contained.forEach(tree::plantAfter);
        return tree.grown();
    }
}
