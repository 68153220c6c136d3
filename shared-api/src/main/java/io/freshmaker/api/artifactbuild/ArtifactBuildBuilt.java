package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/** The build system has built it, as {@code nvr}; now it is looked at whether it contains what it was rebuilt for. */
@Revision("1")
public record ArtifactBuildBuilt(BuildId buildId, EventId eventId, String nvr) implements ArtifactBuildDomainEvent {}
