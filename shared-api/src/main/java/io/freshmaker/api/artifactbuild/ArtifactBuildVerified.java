package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/** It was looked at what it contains; the evidence. It has succeeded, or failed, right after. */
@Revision("1")
public record ArtifactBuildVerified(BuildId buildId, EventId eventId, Verification verification)
        implements ArtifactBuildDomainEvent {}
