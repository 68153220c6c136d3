package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** When nothing blocks a build any more, has the build system asked for it. */
@Component
@ProcessingGroup(SubmitBuildOnArtifactBuildStarted.GROUP)
@DisallowReplay
public class SubmitBuildOnArtifactBuildStarted {

    public static final String GROUP = "policy-submit-build";

    private final Jobs jobs;
    private final SubmitBuildJob job;

    SubmitBuildOnArtifactBuildStarted(Jobs jobs, SubmitBuildJob job) {
        this.jobs = jobs;
        this.job = job;
    }

    @EventHandler
    void react(ArtifactBuildStarted fact) {
        jobs.store(job, fact.buildId().value());
    }
}
