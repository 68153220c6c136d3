package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.isPlannedForADryRun;
import static io.freshmaker.command.artifactbuild.Builds.succeeded;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.index.NewImages;
import io.freshmaker.platform.job.Jobs;
import org.junit.jupiter.api.Test;

class LearnImageJobTest {

    private static final String REBUILT = "base-container-1-10.1572631468";
    private static final ArtifactBuildSucceeded SUCCEEDED =
            new ArtifactBuildSucceeded(id(BASE), EVENT, "base-container", REBUILT);

    private final NewImages images = mock(NewImages.class);

    @Test
    void the_index_learns_of_the_image_that_was_made() {
        Stored stored = new Stored().with(id(BASE).value(), isPlanned(BASE), succeeded(BASE, REBUILT));

        new LearnImageJob(stored.facts(), images).run(id(BASE).value());

        verify(images).learn(new Nvr(REBUILT));
    }

    @Test
    void a_dry_run_makes_none() {
        Stored stored = new Stored().with(id(BASE).value(), isPlannedForADryRun(BASE), succeeded(BASE, REBUILT));

        new LearnImageJob(stored.facts(), images).run(id(BASE).value());

        verify(images, never()).learn(any());
    }

    @Test
    void nothing_is_to_be_done_where_nobody_can_be_asked() {
        Jobs jobs = mock(Jobs.class);
        LearnImageJob job = new LearnImageJob(new Stored().facts(), images);
        LearnImageOnArtifactBuildSucceeded policy = new LearnImageOnArtifactBuildSucceeded(jobs, job, images);

        policy.react(SUCCEEDED);
        verify(jobs, never()).store(any(), any());

        when(images.canBeAsked()).thenReturn(true);
        policy.react(SUCCEEDED);
        verify(jobs).store(job, id(BASE).value());
    }
}
