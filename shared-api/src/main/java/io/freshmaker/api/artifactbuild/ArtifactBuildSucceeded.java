package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** It was built, as {@code rebuiltNvr} where it has one; {@code name} is the artifact's. */
@Revision("1")
public record ArtifactBuildSucceeded(
        BuildId buildId,
        EventId eventId,
        String name,
        @Nullable String rebuiltNvr) implements ArtifactBuildDomainEvent, BlockerGone {

    @Override
    public Blocker blocker() {
        return Blocker.parent(buildId);
    }

    @Override
    public String product() {
        return rebuiltNvr == null ? name : rebuiltNvr;
    }
}
