package io.freshmaker.api.compose;

import io.freshmaker.api.artifactbuild.Blocker;
import io.freshmaker.api.artifactbuild.BlockerStuck;
import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** It will never be there: what waits for it fails, for this reason. */
@Revision("1")
public record ComposeFailed(ComposeId composeId, EventId eventId, Reason reason)
        implements ComposeDomainEvent, BlockerStuck {

    @Override
    public Blocker blocker() {
        return Blocker.compose(composeId);
    }

    /** Each build that needs it fails by itself. */
    @Override
    public @Nullable Culprit culprit() {
        return null;
    }

    @Override
    public Reason consequence() {
        return reason;
    }

    @Override
    public BuildState end() {
        return BuildState.FAILED;
    }
}
