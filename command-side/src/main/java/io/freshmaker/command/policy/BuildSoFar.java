package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildBuilt;
import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.BundlePinned;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuildRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a job has to know of a build, from its facts, oldest first. */
record BuildSoFar(List<Dated> facts) {

    /** A fact and when it was stored. */
    record Dated(ArtifactBuildDomainEvent fact, Instant at) {}

    /** Whether the build system should be asked for it: it is meant for it, has not ended, and no answer is stored. */
    boolean wantsSubmission() {
        return isStarted()
                && !hasEnded()
                && submission().isEmpty()
                && unverified().isEmpty();
    }

    /** As what the build system has built it, while nobody has looked at what it contains. */
    Optional<String> unverified() {
        return hasEnded()
                ? Optional.empty()
                : all(ArtifactBuildBuilt.class).findFirst().map(ArtifactBuildBuilt::nvr);
    }

    /** Whether it may be in the build system. */
    boolean isStarted() {
        return has(ArtifactBuildStarted.class);
    }

    boolean isCanceled() {
        return has(ArtifactBuildCanceled.class);
    }

    boolean hasEnded() {
        return isCanceled() || has(ArtifactBuildSucceeded.class) || has(ArtifactBuildFailed.class);
    }

    /** Whether it failed, but for one whose build system was away for too long: that one is stopped anyway. */
    boolean hasFailedWithoutBeingStopped() {
        return all(ArtifactBuildFailed.class).anyMatch(fact -> fact.reason().code() != ReasonCode.SUBMISSION_TIMED_OUT);
    }

    /** Whether nobody is to build it. */
    boolean isDryRun() {
        return planned().dryRun();
    }

    ArtifactBuildPlanned planned() {
        return only(ArtifactBuildPlanned.class);
    }

    BuildRequest request() {
        ArtifactBuildPlanned planned = planned();
        ArtifactBuildStarted started = only(ArtifactBuildStarted.class);
        return new BuildRequest(
                planned.buildId(),
                planned.eventNumber(),
                planned.number(),
                planned.build().artifact(),
                planned.build().reason(),
                rebuiltNvr(),
                started.parents(),
                intended(),
                submission().orElse(null),
                failed(),
                preparation(),
                started.composes());
    }

    /** With what is put into a bundle once that is known. */
    private Preparation preparation() {
        Preparation planned = planned().build().preparation();
        return all(BundlePinned.class)
                .findFirst()
                .map(pinned -> planned.with(pinned.bundle()))
                .orElse(planned);
    }

    /** That of the attempt that is made now. */
    private Optional<String> submission() {
        List<String> failed = failed();
        return all(ArtifactBuildSubmitted.class)
                .map(ArtifactBuildSubmitted::externalId)
                .filter(id -> !failed.contains(id))
                .reduce((_, last) -> last);
    }

    private List<String> failed() {
        return all(ArtifactBuildRetried.class)
                .map(ArtifactBuildRetried::failedSubmission)
                .toList();
    }

    /** The image that was made; empty for what is none, has not succeeded or was only told. */
    Optional<Nvr> builtImage() {
        if (planned().build().artifact().type() != ArtifactType.IMAGE || isDryRun()) return Optional.empty();
        return all(ArtifactBuildSucceeded.class)
                .flatMap(succeeded -> Stream.ofNullable(succeeded.rebuiltNvr()))
                .map(Nvr::new)
                .findFirst();
    }

    private @Nullable String rebuiltNvr() {
        return all(ArtifactBuildRetried.class)
                .reduce((_, last) -> last)
                .map(ArtifactBuildRetried::rebuiltNvr)
                .orElse(only(ArtifactBuildStarted.class).rebuiltNvr());
    }

    private Instant intended() {
        return facts.stream()
                .filter(dated ->
                        dated.fact() instanceof ArtifactBuildStarted || dated.fact() instanceof ArtifactBuildRetried)
                .map(Dated::at)
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IllegalStateException("It is not started"));
    }

    private boolean has(Class<? extends ArtifactBuildDomainEvent> kind) {
        return all(kind).findAny().isPresent();
    }

    private <T> T only(Class<T> kind) {
        return all(kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + kind.getSimpleName() + " is stored"));
    }

    private <T> Stream<T> all(Class<T> kind) {
        return facts.stream().map(Dated::fact).filter(kind::isInstance).map(kind::cast);
    }
}
