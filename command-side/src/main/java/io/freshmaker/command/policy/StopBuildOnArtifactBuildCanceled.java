package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** When nobody waits for a build any more that may run in the build system, has it stopped there. */
@Component
@ProcessingGroup(StopBuildOnArtifactBuildCanceled.GROUP)
@DisallowReplay
public class StopBuildOnArtifactBuildCanceled {

    public static final String GROUP = "policy-stop-build";

    private final Jobs jobs;
    private final StopBuildJob job;

    StopBuildOnArtifactBuildCanceled(Jobs jobs, StopBuildJob job) {
        this.jobs = jobs;
        this.job = job;
    }

    @EventHandler
    void react(ArtifactBuildCanceled fact) {
        if (fact.running()) jobs.store(job, fact.buildId().value());
    }

    /** It was given up, because the build system did not answer; it may have heard us all the same. */
    @EventHandler
    void react(ArtifactBuildFailed fact) {
        if (fact.reason().code() == ReasonCode.SUBMISSION_TIMED_OUT)
            jobs.store(job, fact.buildId().value());
    }
}
