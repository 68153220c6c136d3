package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.command.index.NewImages;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** When an image was rebuilt, has the index learn what it contains and what it is built from, so that the next plan knows it. */
@Component
@ProcessingGroup(LearnImageOnArtifactBuildSucceeded.GROUP)
@DisallowReplay
public class LearnImageOnArtifactBuildSucceeded {

    public static final String GROUP = "policy-learn-image";

    private final Jobs jobs;
    private final LearnImageJob job;
    private final NewImages images;

    LearnImageOnArtifactBuildSucceeded(Jobs jobs, LearnImageJob job, NewImages images) {
        this.jobs = jobs;
        this.job = job;
        this.images = images;
    }

    @EventHandler
    void react(ArtifactBuildSucceeded fact) {
        if (fact.rebuiltNvr() != null && images.canBeAsked()) {
            jobs.store(job, fact.buildId().value());
        }
    }
}
