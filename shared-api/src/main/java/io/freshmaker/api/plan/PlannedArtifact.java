package io.freshmaker.api.plan;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.ArtifactKey;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One artifact of a {@link RebuildPlan}. {@code parents} are in the same plan and are rebuilt before it; {@code
 * originalParents} are the NVRs of those that are not.
 */
public record PlannedArtifact(
        Artifact artifact,
        RebuildReason rebuildReason,
        Reason reason,
        List<ArtifactKey> parents,
        List<String> originalParents,
        Preparation preparation) {

    public PlannedArtifact {
        parents = parents.stream().distinct().toList();
        originalParents = List.copyOf(originalParents);
        preparation = Objects.requireNonNullElse(preparation, Preparation.NONE); // commands of older members lack it
    }

    /** Is affected itself. */
    public static PlannedArtifact directly(Artifact artifact, Reason reason) {
        return new PlannedArtifact(
                artifact, RebuildReason.DIRECTLY_AFFECTED, reason, List.of(), List.of(), Preparation.NONE);
    }

    /** Is rebuilt because what it is built from is. */
    public static PlannedArtifact dependent(Artifact artifact, Reason reason) {
        return new PlannedArtifact(artifact, RebuildReason.DEPENDENCY, reason, List.of(), List.of(), Preparation.NONE);
    }

    /** The same, built from these. */
    public PlannedArtifact after(Collection<ArtifactKey> planned, Collection<String> unplanned) {
        return new PlannedArtifact(
                artifact, rebuildReason, reason, List.copyOf(planned), List.copyOf(unplanned), preparation);
    }

    /** The same, with what its build needs. */
    public PlannedArtifact prepared(Preparation needs) {
        return new PlannedArtifact(artifact, rebuildReason, reason, parents, originalParents, needs);
    }

    public ArtifactKey key() {
        return artifact.key();
    }

    /** Two handlers want the same artifact: the direct reason wins, and it waits for the parents of both. */
    PlannedArtifact mergedWith(PlannedArtifact other) {
        PlannedArtifact first = other.rebuildReason == RebuildReason.DIRECTLY_AFFECTED
                        && rebuildReason != RebuildReason.DIRECTLY_AFFECTED
                ? other
                : this;
        return first.prepared(preparation.mergedWith(other.preparation))
                .after(
                        Stream.concat(parents.stream(), other.parents.stream())
                                .distinct()
                                .toList(),
                        Stream.concat(originalParents.stream(), other.originalParents.stream())
                                .distinct()
                                .toList());
    }
}
