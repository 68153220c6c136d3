package io.freshmaker.api.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.List;
import java.util.Objects;

/** A {@link PlannedArtifact} as it is stored: with its build's id and its parents'. */
public record PlannedBuild(
        BuildId id,
        Artifact artifact,
        RebuildReason rebuildReason,
        Reason reason,
        List<BuildId> parents,
        List<String> originalParents,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Preparation.Nothing.class)
        Preparation preparation) {

    public PlannedBuild {
        parents = List.copyOf(parents);
        originalParents = List.copyOf(originalParents);
        preparation = Objects.requireNonNullElse(preparation, Preparation.NONE); // older facts say nothing of it
    }

    /** With nothing but its sources. */
    public PlannedBuild(
            BuildId id,
            Artifact artifact,
            RebuildReason rebuildReason,
            Reason reason,
            List<BuildId> parents,
            List<String> originalParents) {
        this(id, artifact, rebuildReason, reason, parents, originalParents, Preparation.NONE);
    }

    /** Whether nothing has to be waited for before it is started; what can never be built waits for nothing. */
    @JsonIgnore
    public boolean isUnblocked() {
        return preparation.flaw() != null
                || (parents.isEmpty() && preparation.composes().isEmpty());
    }

    public static PlannedBuild of(EventId event, PlannedArtifact planned) {
        return new PlannedBuild(
                BuildId.of(event, planned.key()),
                planned.artifact(),
                planned.rebuildReason(),
                planned.reason(),
                planned.parents().stream().map(key -> BuildId.of(event, key)).toList(),
                planned.originalParents(),
                planned.preparation());
    }
}
