package io.freshmaker.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link TestJob} is tried 4 times and pauses 10 ms at first. */
class BackOffTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TestJob job = new TestJob(Job.Queue.PLAN);
    private final BackOff backOff = new BackOff(job, Clock.fixed(NOW, ZoneOffset.UTC), mock(JobFailures.class));

    @SuppressWarnings("unchecked")
    private final ExecutionOperations<Void> operations = mock(ExecutionOperations.class);

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 40", "13, 40960", "14, 60000", "500, 60000"})
    void the_pause_doubles_up_to_a_minute(int failures, long millis) {
        assertThat(backOff.pauseAfter(failures)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void a_failed_job_is_tried_again_after_the_pause() {
        ExecutionComplete failed = failed(3, new IllegalStateException("broken"));

        backOff.onFailure(failed, operations);

        verify(operations).reschedule(failed, NOW.plusMillis(40));
        verify(operations, never()).stop();
        assertThat(job.gaveUp).isEmpty();
    }

    @Test
    void it_is_known_when_a_job_that_goes_on_failing_is_given_up() {
        assertThat(backOff.givesUp(1, NOW)).isEqualTo(NOW.plusMillis(20 + 40));
        assertThat(backOff.givesUp(3, NOW)).isEqualTo(NOW);
        job.attempts = 24 * 60;
        assertThat(backOff.givesUp(14, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(24 * 60 - 15)));
        job.attempts = Integer.MAX_VALUE;
        assertThat(backOff.givesUp(1, NOW)).isNull();
    }

    @Test
    void after_its_last_failure_it_is_given_up_with_the_cause() {
        backOff.onFailure(failed(4, new IllegalStateException("broken")), operations);

        verify(operations).stop();
        verify(operations, never()).reschedule(any(), any());
        assertThat(job.gaveUp).containsExactly("build-1: broken");
    }

    @Test
    void when_giving_up_fails_too_it_is_tried_again() {
        job.failuresToGiveUp = 1;
        ExecutionComplete failed = failed(4, new IllegalStateException("broken"));

        backOff.onFailure(failed, operations);

        verify(operations).reschedule(failed, NOW.plusMillis(80));
        verify(operations, never()).stop();
    }

    @Test
    void a_job_that_failed_for_no_known_cause_is_given_up_all_the_same() {
        backOff.onFailure(failed(4, null), operations);

        assertThat(job.gaveUp).containsExactly("build-1: No cause is known");
    }

    private static ExecutionComplete failed(int failures, @Nullable Throwable cause) {
        TaskInstance<Void> task = new TaskInstance<>("test", "build-1");
        Execution execution = new Execution(NOW, task, false, null, null, null, failures - 1, null, 1);
        return ExecutionComplete.failure(execution, NOW, NOW, cause);
    }
}
