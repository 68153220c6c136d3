package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/** The build system took it, under this id. */
@Revision("1")
public record ArtifactBuildSubmitted(BuildId buildId, EventId eventId, String externalId)
        implements ArtifactBuildDomainEvent {}
