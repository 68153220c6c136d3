package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Nothing blocks it: it is meant for the build system under {@code rebuiltNvr}; {@code parents} are the NVRs that it is built from. */
@Revision("1")
public record ArtifactBuildStarted(
        BuildId buildId, EventId eventId, @Nullable String rebuiltNvr, List<String> parents)
        implements ArtifactBuildDomainEvent {}
