package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;

/** A stored fact about one build. */
public sealed interface ArtifactBuildDomainEvent extends DomainEvent
        permits ArtifactBuildPlanned,
                ArtifactBuildStarted,
                BundlePinned,
                ArtifactBuildSubmitted,
                ArtifactBuildRetried,
                ArtifactBuildBuilt,
                ArtifactBuildVerified,
                ArtifactBuildSucceeded,
                ArtifactBuildFailed,
                ArtifactBuildCanceled {

    BuildId buildId();

    /** The Event that the build belongs to. */
    EventId eventId();
}
