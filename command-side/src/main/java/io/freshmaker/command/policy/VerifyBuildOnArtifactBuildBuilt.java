package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildBuilt;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** When an image was built for an advisory, has it looked at whether it contains the advisory's RPMs. */
@Component
@ProcessingGroup(VerifyBuildOnArtifactBuildBuilt.GROUP)
@DisallowReplay
public class VerifyBuildOnArtifactBuildBuilt {

    public static final String GROUP = "policy-verify-build";

    private final Jobs jobs;
    private final VerifyBuildJob job;

    VerifyBuildOnArtifactBuildBuilt(Jobs jobs, VerifyBuildJob job) {
        this.jobs = jobs;
        this.job = job;
    }

    @EventHandler
    void react(ArtifactBuildBuilt fact) {
        jobs.store(job, fact.buildId().value());
    }
}
