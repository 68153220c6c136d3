package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.List;
import java.util.Objects;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Nothing blocks it: it is meant for the build system under {@code rebuiltNvr}.
 *
 * @param parents the NVRs that it is built from
 * @param composes the numbers of the composes that it waited for; facts of revision 1 say nothing of them and had none
 */
@Revision("2")
public record ArtifactBuildStarted(
        BuildId buildId, EventId eventId, @Nullable String rebuiltNvr, List<String> parents, List<Long> composes)
        implements ArtifactBuildDomainEvent {

    public ArtifactBuildStarted {
        parents = List.copyOf(parents);
        composes = List.copyOf(Objects.requireNonNullElse(composes, List.of()));
    }

    /** Without composes. */
    public ArtifactBuildStarted(BuildId buildId, EventId eventId, @Nullable String rebuiltNvr, List<String> parents) {
        this(buildId, eventId, rebuiltNvr, parents, List.of());
    }
}
