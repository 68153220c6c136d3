package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.command.port.BuildRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a submit job has to know of a build, from its facts. */
record BuildSoFar(List<ArtifactBuildDomainEvent> facts) {

    /** Whether the build system should be asked for it: it is meant for it, has not ended, and no answer is stored. */
    boolean wantsSubmission() {
        return !hasEnded()
                && has(ArtifactBuildStarted.class::isInstance)
                && !has(ArtifactBuildSubmitted.class::isInstance);
    }

    boolean isCanceled() {
        return has(ArtifactBuildCanceled.class::isInstance);
    }

    BuildRequest request() {
        ArtifactBuildPlanned planned = only(ArtifactBuildPlanned.class);
        ArtifactBuildStarted started = only(ArtifactBuildStarted.class);
        return new BuildRequest(
                planned.buildId(),
                planned.eventNumber(),
                planned.number(),
                planned.build().artifact(),
                planned.build().reason(),
                started.rebuiltNvr(),
                started.parents());
    }

    private boolean hasEnded() {
        return isCanceled()
                || has(ArtifactBuildSucceeded.class::isInstance)
                || has(ArtifactBuildFailed.class::isInstance);
    }

    private boolean has(Predicate<ArtifactBuildDomainEvent> kind) {
        return facts.stream().anyMatch(kind);
    }

    private <T> T only(Class<T> kind) {
        Optional<T> fact = facts.stream()
                .flatMap(one -> kind.isInstance(one) ? Stream.of(kind.cast(one)) : Stream.empty())
                .findFirst();
        return fact.orElseThrow(() -> new IllegalStateException("No " + kind.getSimpleName() + " is stored"));
    }
}
