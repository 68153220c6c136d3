package io.freshmaker.api.plan;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.List;

/** A {@link PlannedArtifact} as it is stored: with its build's id and its parents'. */
public record PlannedBuild(
        BuildId id,
        Artifact artifact,
        RebuildReason rebuildReason,
        Reason reason,
        List<BuildId> parents,
        List<String> originalParents) {

    public PlannedBuild {
        parents = List.copyOf(parents);
        originalParents = List.copyOf(originalParents);
    }

    public static PlannedBuild of(EventId event, PlannedArtifact planned) {
        return new PlannedBuild(
                BuildId.of(event, planned.key()),
                planned.artifact(),
                planned.rebuildReason(),
                planned.reason(),
                planned.parents().stream().map(key -> BuildId.of(event, key)).toList(),
                planned.originalParents());
    }
}
