package io.freshmaker.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.index.AnswersWhenAway;
import io.freshmaker.command.index.IndexSettings;
import io.freshmaker.command.index.NewImages;
import io.freshmaker.command.port.ImageTasks;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.submission.Submissions;
import io.freshmaker.platform.job.Jobs;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class LearnImageOfTaskJobTest {

    private static final Nvr THEIRS = new Nvr("shelf-container-1-9.1700000000");
    private static final LookAtSubmission BUILT = new LookAtSubmission("koji", "4711", true);

    private final NewImages images = mock(NewImages.class);
    private final Jobs jobs = mock(Jobs.class);
    private final Submissions ours = mock(Submissions.class);

    /** Where no tags are followed, and there is no index. */
    static Hints hints(Submissions ours, Jobs jobs, LookAtSubmissionJob look) {
        return new Hints(ours, jobs, look, mock(LookAtBuildJob.class), job(mock(NewImages.class), null, true));
    }

    @Test
    void the_index_learns_of_the_image_that_somebody_else_has_built() {
        LearnImageOfTaskJob job = job(images, _ -> Optional.of(THEIRS), true);
        when(images.canBeAsked()).thenReturn(true);

        assertThat(hint(job, BUILT)).isTrue();
        verify(jobs).store(job, "4711");
        job.run("4711");

        verify(images).learn(THEIRS);
    }

    @Test
    void a_scratch_build_teaches_nothing() {
        job(images, _ -> Optional.empty(), true).run("4711");

        verify(images, never()).learn(any());
    }

    @Test
    void it_is_tried_again_when_koji_is_away() {
        LearnImageOfTaskJob job = job(
                images,
                _ -> {
                    throw new Unavailable("Koji is away");
                },
                true);

        assertThatThrownBy(() -> job.run("4711")).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_task_that_built_no_image_is_not_asked_about() {
        assertThat(hint(job(images, _ -> Optional.of(THEIRS), true), new LookAtSubmission("koji", "4711")))
                .isFalse();
        verifyNoInteractions(jobs);
    }

    @Test
    void nobody_is_asked_where_that_is_not_wanted_or_nobody_can_say() {
        when(images.canBeAsked()).thenReturn(true);
        assertThat(job(images, _ -> Optional.of(THEIRS), false).isWanted()).isFalse();
        assertThat(job(images, null, true).isWanted()).isFalse();

        when(images.canBeAsked()).thenReturn(false);
        assertThat(hint(job(images, _ -> Optional.of(THEIRS), true), BUILT)).isFalse();
    }

    private boolean hint(LearnImageOfTaskJob job, LookAtSubmission hint) {
        LookAtBuildJob lookAtBuild = mock(LookAtBuildJob.class);
        return new Hints(ours, jobs, mock(LookAtSubmissionJob.class), lookAtBuild, job).handle(hint);
    }

    private static LearnImageOfTaskJob job(NewImages images, @Nullable ImageTasks tasks, boolean wanted) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (tasks != null) beans.addBean("tasks", tasks);
        IndexSettings settings =
                new IndexSettings(AnswersWhenAway.NOTHING, wanted, Duration.ofMinutes(10), 1, 1, Duration.ofDays(1));
        return new LearnImageOfTaskJob(beans.getBeanProvider(ImageTasks.class), images, settings);
    }
}
