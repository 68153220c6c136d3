package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.FollowUp;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rebuilds the operator bundles that refer to images which the plan rebuilds, each once, after all of these images and with their digests. */
@Component
@Order(3)
record RebuildBundlesWithImages(BundlesOfPlan bundles) implements FollowUp {

    @Override
    public void check() {
        bundles.systems().bundles();
    }

    @Override
    public RebuildPlan after(RebuildPlan plan, Draft draft) {
        SortedMap<Nvr, ArtifactKey> rebuilt = new TreeMap<>();
        plan.ofType(ArtifactType.IMAGE).forEach(image -> {
            String original = image.originalNvr();
            if (original != null) rebuilt.put(new Nvr(original), image.key());
        });
        if (!rebuilt.isEmpty()) bundles.follow(rebuilt, draft);
        return draft.finished();
    }
}
