package io.freshmaker.query.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.wire.Texts;
import io.freshmaker.query.build.BuildRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planned build in the graph.
 *
 * @param id null for the moment between the plan and the storing of its builds
 * @param composes ids of the composes that it needs
 */
record Node(
        @Nullable Integer id,
        String name,
        ArtifactType type,
        @Nullable String stream,
        @JsonProperty("original_nvr") @Nullable String originalNvr,
        @JsonProperty("rebuilt_nvr") @Nullable String rebuiltNvr,
        String state,
        @JsonProperty("external_id") @Nullable String externalId,
        Reason reason,
        String text,
        @Nullable Ending ended,
        List<String> composes) {

    static Node planned(EventId event, PlannedBuild planned) {
        return of(event, planned, null, null, BuildState.PLANNED.name(), null, null);
    }

    static Node stored(EventId event, PlannedBuild planned, BuildRow build, @Nullable Ending ended) {
        return of(
                event,
                planned,
                build.number(),
                build.rebuiltNvr(),
                build.state().name(),
                build.externalId(),
                ended);
    }

    private static Node of(
            EventId event,
            PlannedBuild planned,
            @Nullable Integer id,
            @Nullable String rebuiltNvr,
            String state,
            @Nullable String externalId,
            @Nullable Ending ended) {
        Artifact artifact = planned.artifact();
        return new Node(
                id,
                artifact.name(),
                artifact.type(),
                artifact.stream(),
                artifact.originalNvr(),
                rebuiltNvr,
                state,
                externalId,
                planned.reason(),
                Texts.of(planned.reason()),
                ended,
                planned.preparation().composes().stream()
                        .map(wanted -> wanted.idIn(event).value())
                        .toList());
    }
}
