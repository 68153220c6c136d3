package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** It was built, as {@code rebuiltNvr}. */
@Revision("1")
public record ArtifactBuildSucceeded(
        BuildId buildId, EventId eventId, @Nullable String rebuiltNvr)
        implements ArtifactBuildDomainEvent, BlockerGone {

    @Override
    public Blocker blocker() {
        return Blocker.parent(buildId);
    }

    @Override
    public @Nullable String product() {
        return rebuiltNvr;
    }
}
