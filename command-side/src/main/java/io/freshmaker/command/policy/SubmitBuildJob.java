package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.Refused;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.job.Job;
import org.springframework.stereotype.Component;

/**
 * Asks the build system for a build and records its answer. After a crash in between, it asks first whether the build was
 * submitted before (architecture, decision 6).
 */
@Component
class SubmitBuildJob implements Job {

    private final Facts facts;
    private final BuildSystem system;
    private final Commands commands;

    SubmitBuildJob(Facts facts, BuildSystem system, Commands commands) {
        this.facts = facts;
        this.system = system;
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
        if (soFar.wantsSubmission()) submit(soFar.request());
        stopIfCanceledMeanwhile(build);
    }

    @Override
    public void gaveUp(String subject, Throwable cause) {
        fail(new BuildId(subject), ReasonCode.SUBMISSION_TIMED_OUT, cause);
    }

    private void submit(BuildRequest request) {
        try {
            String externalId = system.find(request).orElseGet(() -> system.submit(request));
            commands.send(new RecordSubmission(request.build(), externalId));
        } catch (Refused e) {
            fail(request.build(), ReasonCode.SUBMISSION_REFUSED, e);
        }
    }

    /** The job that stops it may have come while the build system did not know it yet. */
    private void stopIfCanceledMeanwhile(BuildId build) {
        BuildSoFar soFar = facts.of(build);
        if (soFar.isCanceled() && soFar.isStarted()) system.cancel(soFar.request());
    }

    private void fail(BuildId build, ReasonCode code, Throwable cause) {
        commands.send(new FailArtifactBuild(build, Reason.of(code, "error", ErrorText.of(cause)), null));
    }
}
