package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The build system failed an attempt, for {@code reason} and under the id {@code failedSubmission}; it is meant for it once more,
 * as {@code rebuiltNvr}. {@code attempt} counts from 1, so that this is at least 2.
 */
@Revision("1")
public record ArtifactBuildRetried(
        BuildId buildId,
        EventId eventId,
        int attempt,
        String failedSubmission,
        Reason reason,
        @Nullable String rebuiltNvr)
        implements ArtifactBuildDomainEvent {}
