package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystems;
import io.freshmaker.command.port.Refused;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.job.Job;
import io.freshmaker.platform.job.NotYet;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Asks the build system for a build and records its answer. After a crash in between, it asks first whether the build was
 * submitted before (architecture, decision 6).
 */
@Component
class SubmitBuildJob implements Job {

    /** A build system may be away for a day. */
    private static final int ATTEMPTS = 24 * 60;

    private static final Duration FOR_A_COMPOSE = Duration.ofSeconds(30);

    private final Facts facts;
    private final BuildSystems systems;
    private final FreshComposes composes;
    private final PinnedBundles bundles;
    private final Placed placed;
    private final Commands commands;

    SubmitBuildJob(
            Facts facts,
            BuildSystems systems,
            FreshComposes composes,
            PinnedBundles bundles,
            Placed placed,
            Commands commands) {
        this.facts = facts;
        this.systems = systems;
        this.composes = composes;
        this.bundles = bundles;
        this.placed = placed;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "submit-build";
    }

    @Override
    public Queue queue() {
        return Queue.BUILD;
    }

    @Override
    public void run(String subject) {
        BuildId build = new BuildId(subject);
        BuildSoFar soFar = facts.of(build);
        if (soFar.wantsSubmission()) soFar = bundles.pinned(soFar);
        if (soFar.wantsSubmission()) submit(soFar);
        stopIfCanceledMeanwhile(build);
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    /** Its place is kept until {@link StopBuildJob} has looked whether it is there all the same. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        fail(new BuildId(subject), ReasonCode.SUBMISSION_TIMED_OUT, cause);
    }

    private void submit(BuildSoFar soFar) {
        switch (composes.of(soFar)) {
            case Composed.Ready(var request) -> submit(request, soFar.isDryRun());
            case Composed.Waiting(var what) -> throw new NotYet(what + " is being made", FOR_A_COMPOSE);
            case Composed.Broken(var reason) ->
                commands.send(new FailArtifactBuild(soFar.request().build(), reason, null));
        }
    }

    private void submit(BuildRequest request, boolean dryRun) {
        try {
            placed.submit(systems.of(request.artifact().type(), dryRun), request)
                    .ifPresent(id -> commands.send(new RecordSubmission(request.build(), id)));
        } catch (Refused e) {
            fail(request.build(), ReasonCode.SUBMISSION_REFUSED, e);
            leave(request, dryRun);
        }
    }

    /** The job that stops it may have come while the build system did not know it yet. */
    private void stopIfCanceledMeanwhile(BuildId build) {
        BuildSoFar soFar = facts.of(build);
        if (!soFar.isCanceled() || !soFar.isStarted()) return;
        BuildRequest request = soFar.request();
        placed.cancel(systems.of(request.artifact().type(), soFar.isDryRun()), request);
    }

    private void leave(BuildRequest request, boolean dryRun) {
        systems.find(request.artifact().type(), dryRun).ifPresent(system -> placed.leave(system, request.build()));
    }

    private void fail(BuildId build, ReasonCode code, Throwable cause) {
        commands.send(new FailArtifactBuild(build, Reason.of(code, "error", ErrorText.of(cause)), null));
    }
}
