package io.freshmaker.api.compose;

import io.freshmaker.api.artifactbuild.Blocker;
import io.freshmaker.api.artifactbuild.BlockerGone;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/** It is there: builds can use it. */
@Revision("1")
public record ComposeReady(ComposeId composeId, EventId eventId, long odcsId)
        implements ComposeDomainEvent, BlockerGone {

    @Override
    public Blocker blocker() {
        return Blocker.compose(composeId);
    }

    /** Its number in ODCS. */
    @Override
    public String product() {
        return String.valueOf(odcsId);
    }
}
