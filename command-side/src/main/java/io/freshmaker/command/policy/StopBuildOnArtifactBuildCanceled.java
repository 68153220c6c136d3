package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** When a running build is canceled, has it stopped in the build system. */
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
}
