package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.BranchRebuild;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.handler.Unplannable;
import io.freshmaker.command.image.BranchImages;
import io.freshmaker.command.image.BranchImages.Choice;
import io.freshmaker.command.image.ImagePlan.Node;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rebuilds the images that somebody names, each as it was last built from a branch, in order (spec §5.5). */
record RebuildImagesOnAsyncManualBuild(Supplier<BranchImages> images, Preparations preparations)
        implements RebuildHandler<BranchRebuild> {

    @Override
    public Class<BranchRebuild> trigger() {
        return BranchRebuild.class;
    }

    @Override
    public RebuildPlan plan(BranchRebuild trigger, Draft draft) {
        BranchImages known = images.get();
        Choice choice = known.choose(trigger.images(), trigger.branch());
        if (!choice.missing().isEmpty()) {
            throw new Unplannable(new Reason(
                    ReasonCode.NEVER_BUILT_FROM_BRANCH,
                    Map.of("branch", trigger.branch(), "images", String.join(", ", choice.missing()))));
        }
        known.plan(choice).images().forEach(node -> draft.consider(planned(node, trigger)));
        return draft.finished();
    }

    private PlannedArtifact planned(Node node, BranchRebuild trigger) {
        Artifact artifact =
                ImagesOfAdvisory.artifact(node.image(), node.built()).withTarget(trigger.target());
        return new PlannedArtifact(
                artifact,
                RebuildReason.UNKNOWN,
                node.reason(),
                node.parents().stream()
                        .map(parent -> Artifact.image(parent, artifact.source()).key())
                        .toList(),
                Stream.concat(node.parents().stream(), node.originalParents().stream())
                        .map(Nvr::value)
                        .toList(),
                preparations.of(node));
    }
}
