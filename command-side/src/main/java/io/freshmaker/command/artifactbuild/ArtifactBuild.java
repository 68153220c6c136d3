package io.freshmaker.command.artifactbuild;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.freshmaker.api.artifactbuild.ArtifactBuildBuilt;
import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.CancelArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PinBundle;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordVerification;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.ReportExternalBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.StartArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.ArtifactBuildVerified;
import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.artifactbuild.BundlePinned;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Stopped;
import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One planned, running or finished rebuild of one artifact. Repeated and late commands change nothing. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon makes it empty and fills it from its facts
class ArtifactBuild {

    /** As the original (spec §5.4). */
    private static final int MOST_ATTEMPTS = 3;

    @AggregateIdentifier
    private BuildId id;

    private EventId event;
    private int eventNumber;
    private int number;
    private Artifact artifact;
    private List<String> originalParents;
    private @Nullable Reason flaw;
    private boolean isUnpinned;
    private boolean isVerified;
    private BuildState state;
    private boolean started;
    private boolean submitted;
    private boolean built;
    private List<String> failed = List.of();
    private @Nullable String rebuiltNvr;

    ArtifactBuild() {} // for Axon

    /** A plan holds it: {@link PlannedBuilds} decides that. */
    ArtifactBuild(ArtifactBuildPlanned fact) {
        apply(fact);
    }

    @CommandHandler
    void decide(StartArtifactBuild command, Clock clock) {
        if (!state.mayBecome(BuildState.BUILD)) return;
        if (flaw != null) {
            apply(new ArtifactBuildFailed(id, event, flaw, itself()));
            return;
        }
        List<String> parents = Stream.concat(command.rebuiltParents().stream(), originalParents.stream())
                .toList();
        apply(new ArtifactBuildStarted(id, event, nvrToBuild(clock.instant()), parents, command.composes()));
    }

    /** Once: whatever is asked for later would be another bundle than the one that was submitted. */
    @CommandHandler
    void decide(PinBundle command) {
        if (state != BuildState.BUILD || !isUnpinned) return;
        apply(new BundlePinned(id, event, eventNumber, number, command.bundle()));
    }

    @CommandHandler
    void decide(RecordSubmission command) {
        if (!started || submitted) return; // a quick build may have ended before we hear that it was taken
        if (hasFailed(command.externalId())) return; // that was an earlier attempt
        apply(new ArtifactBuildSubmitted(id, event, command.externalId()));
    }

    @CommandHandler
    void decide(ReportExternalBuild command, Clock clock) {
        if (state != BuildState.BUILD || built) return;
        if (hasFailed(command.submission())) return; // that was an earlier attempt, told late
        switch (command.outcome()) {
            case Built(var nvr) -> built(nvr == null ? rebuiltNvr : nvr);
            case Broken(var reason, var again) when again && mayRetry(command) -> retry(command, reason, clock);
            case Broken(var reason, var _) -> apply(new ArtifactBuildFailed(id, event, reason, itself()));
            case Stopped(var reason) -> apply(new ArtifactBuildCanceled(id, event, reason, itself(), false));
        }
    }

    @CommandHandler
    void decide(RecordVerification command) {
        if (state != BuildState.BUILD || !built) return;
        Verification verification = command.verification();
        apply(new ArtifactBuildVerified(id, event, verification));
        if (verification.wrong().isEmpty()) succeed(rebuiltNvr);
        else apply(new ArtifactBuildFailed(id, event, NotFixed.reason(verification), itself()));
    }

    @CommandHandler
    void decide(FailArtifactBuild command) {
        if (!state.mayBecome(BuildState.FAILED)) return;
        apply(new ArtifactBuildFailed(id, event, command.reason(), orItself(command.culprit())));
    }

    @CommandHandler
    void decide(CancelArtifactBuild command) {
        if (!state.mayBecome(BuildState.CANCELED)) return;
        boolean running = state == BuildState.BUILD;
        apply(new ArtifactBuildCanceled(id, event, command.reason(), orItself(command.culprit()), running));
    }

    @EventSourcingHandler
    void evolve(ArtifactBuildPlanned fact) {
        id = fact.buildId();
        event = fact.eventId();
        eventNumber = fact.eventNumber();
        number = fact.number();
        artifact = fact.build().artifact();
        originalParents = fact.build().originalParents();
        flaw = fact.build().preparation().flaw();
        isUnpinned = fact.build().preparation().isUnpinned();
        isVerified = fact.build().preparation().advisory() != null && !fact.dryRun();
        state = BuildState.PLANNED;
    }

    @EventSourcingHandler
    void evolve(ArtifactBuildStarted fact) {
        state = BuildState.BUILD;
        started = true;
        rebuiltNvr = fact.rebuiltNvr();
    }

    @EventSourcingHandler
    void evolve(BundlePinned fact) {
        isUnpinned = false;
    }

    @EventSourcingHandler
    void evolve(ArtifactBuildSubmitted fact) {
        submitted = true;
    }

    @EventSourcingHandler
    void evolve(ArtifactBuildRetried fact) {
        failed = Stream.concat(failed.stream(), Stream.of(fact.failedSubmission()))
                .toList();
        submitted = false;
        rebuiltNvr = fact.rebuiltNvr();
    }

    @EventSourcingHandler
    void evolve(ArtifactBuildBuilt fact) {
        built = true;
        rebuiltNvr = fact.nvr();
    }

    @EventSourcingHandler
    void evolve(ArtifactBuildSucceeded fact) {
        state = BuildState.DONE;
    }

    @EventSourcingHandler
    void evolve(ArtifactBuildFailed fact) {
        state = BuildState.FAILED;
    }

    @EventSourcingHandler
    void evolve(ArtifactBuildCanceled fact) {
        state = BuildState.CANCELED;
    }

    /** What nobody knows by an NVR cannot be looked at. */
    private void built(@Nullable String nvr) {
        if (isVerified && nvr != null) apply(new ArtifactBuildBuilt(id, event, nvr));
        else succeed(nvr);
    }

    private void succeed(@Nullable String nvr) {
        apply(new ArtifactBuildSucceeded(id, event, artifact.name(), nvr, artifact.type()));
    }

    private boolean hasFailed(@Nullable String submission) {
        return submission != null && failed.contains(submission);
    }

    /** What has no id there cannot be told from its next attempt. */
    private boolean mayRetry(ReportExternalBuild command) {
        return command.submission() != null && failed.size() + 1 < MOST_ATTEMPTS;
    }

    private void retry(ReportExternalBuild command, Reason reason, Clock clock) {
        int next = failed.size() + 2;
        Instant distinct = clock.instant().plusSeconds(next - 1); // however fast the attempts fail, no two have one NVR
        apply(new ArtifactBuildRetried(
                id, event, next, Objects.requireNonNull(command.submission()), reason, nvrToBuild(distinct)));
    }

    /** Chosen and stored before anything is asked for, so that after a crash we know what we may have asked for. */
    private @Nullable String nvrToBuild(Instant at) {
        if (artifact.type() != ArtifactType.IMAGE || artifact.originalNvr() == null) return null;
        return new Nvr(artifact.originalNvr()).rebuiltAt(at).value();
    }

    private Culprit orItself(@Nullable Culprit culprit) {
        return culprit == null ? itself() : culprit;
    }

    private Culprit itself() {
        return new Culprit(id, artifact.key().value());
    }
}
