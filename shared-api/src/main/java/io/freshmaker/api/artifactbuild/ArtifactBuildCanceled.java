package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/** It is not wanted any more. Where it was {@code running}, it has to be stopped in the build system. */
@Revision("1")
public record ArtifactBuildCanceled(BuildId buildId, EventId eventId, Reason reason, Culprit culprit, boolean running)
        implements ArtifactBuildDomainEvent, BlockerStuck {

    @Override
    public Blocker blocker() {
        return Blocker.parent(buildId);
    }

    @Override
    public BuildState end() {
        return BuildState.CANCELED;
    }
}
