package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** When nothing blocks a build any more, or an attempt at it failed, has the build system asked for it. */
@Component
@ProcessingGroup(SubmitBuildOnArtifactBuildStarted.GROUP)
@DisallowReplay
public class SubmitBuildOnArtifactBuildStarted {

    public static final String GROUP = "policy-submit-build";

    private final Jobs jobs;
    private final SubmitBuildJob job;
    private final RetrySettings settings;

    SubmitBuildOnArtifactBuildStarted(Jobs jobs, SubmitBuildJob job, RetrySettings settings) {
        this.jobs = jobs;
        this.job = job;
        this.settings = settings;
    }

    @EventHandler
    void react(ArtifactBuildStarted fact) {
        jobs.store(job, fact.buildId().value());
    }

    /** After a pause that grows: what broke it there may be over by then. */
    @EventHandler
    void react(ArtifactBuildRetried fact) {
        jobs.store(job, fact.buildId().value(), settings.pauseBefore(fact.attempt()));
    }
}
