package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/** It could not be built */
@Revision("1")
public record ArtifactBuildFailed(BuildId buildId, EventId eventId, Reason reason, Culprit culprit)
        implements ArtifactBuildDomainEvent, BlockerStuck {

    @Override
    public Blocker blocker() {
        return Blocker.parent(buildId);
    }

    @Override
    public BuildState end() {
        return BuildState.FAILED;
    }
}
