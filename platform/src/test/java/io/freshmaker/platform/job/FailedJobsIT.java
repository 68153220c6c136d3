package io.freshmaker.platform.job;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.platform.wake.Neighbours;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The pause after a failure is a minute here, so that nothing is tried again by itself. */
@Execution(ExecutionMode.CONCURRENT)
class FailedJobsIT {

    private final TestDatabase database = TestPostgres.fresh();
    private final TestJob job = new TestJob(Job.Queue.PLAN) {
        @Override
        public Duration firstPause() {
            return Duration.ofMinutes(1);
        }
    };
    private final Jobs jobs = new Jobs(database.dataSource(), List.of(job), Clock.systemUTC(), Neighbours.NONE);
    private final FailedJobs failed = new FailedJobs(database.sql(), Clock.systemUTC(), jobs);

    @BeforeEach
    void start() {
        jobs.start();
    }

    @AfterEach
    void close() {
        jobs.stop();
        database.close();
    }

    @Test
    void a_job_that_failed_says_why_and_when_it_is_tried_again_and_is_gone_when_it_is_done() {
        FailedJob first = failedOnce();
        assertThat(first.name()).isEqualTo("test");
        assertThat(first.subject()).isEqualTo("event-1");
        assertThat(first.queue()).isEqualTo("plan");
        assertThat(first.failures()).isEqualTo(1);
        assertThat(first.error()).isEqualTo("java.lang.IllegalStateException: broken");
        assertThat(first.nextAt()).isAfter(first.failedAt().plusSeconds(50));

        failed.retry(first.id());

        await().atMost(5, SECONDS).until(() -> failed.find(first.id()).isEmpty());
        assertThat(job.done).containsExactly("event-1");
    }

    @Test
    void one_that_fails_again_has_failed_twice() {
        job.failures = 2;
        FailedJob first = awaitFailure();

        failed.retry(first.id());

        await().atMost(5, SECONDS)
                .until(() -> failed.find(first.id()).orElseThrow().failures() == 2);
        assertThat(failed.before(Long.MAX_VALUE, false, 10)).hasSize(1);
        assertThat(failed.before(first.id(), false, 10)).isEmpty();
    }

    @Test
    void one_that_is_dropped_is_given_up_at_once_and_says_so() {
        FailedJob first = failedOnce();

        failed.drop(first.id());

        await().atMost(5, SECONDS)
                .until(() -> failed.find(first.id()).orElseThrow().givenUpAt() != null);
        assertThat(job.gaveUp)
                .containsExactly(
                        "event-1: Dropped by a person; it failed with: java.lang.IllegalStateException: broken");
        assertThat(job.tries).hasSize(1);
        failed.drop(first.id());
        failed.retry(first.id());
        assertThat(failed.find(first.id()).orElseThrow().nextAt()).isNull();
    }

    @Test
    void one_that_is_dropped_and_cannot_be_given_up_yet_is_given_up_later() {
        job.failuresToGiveUp = 1;
        FailedJob first = failedOnce();

        failed.drop(first.id());
        await().atMost(5, SECONDS)
                .until(() -> failed.find(first.id()).orElseThrow().failures() == 2);
        failed.retry(first.id());

        await().atMost(5, SECONDS).until(() -> job.gaveUp.size() == 1);
        assertThat(job.tries).hasSize(1);
    }

    @Test
    void one_that_was_given_up_stays_and_the_same_job_failing_anew_is_another_one() {
        FailedJob first = failedOnce();
        failed.drop(first.id());
        await().atMost(5, SECONDS)
                .until(() -> failed.find(first.id()).orElseThrow().givenUpAt() != null);

        job.failures = 2;
        FailedJob second = awaitFailure();

        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(second.failures()).isEqualTo(1);
        assertThat(failed.before(Long.MAX_VALUE, true, 10))
                .containsExactly(failed.find(first.id()).orElseThrow());
        failed.drop(second.id());
        await().atMost(5, SECONDS)
                .until(() -> failed.find(second.id()).orElseThrow().givenUpAt() != null);
        assertThat(failed.find(first.id())).isEmpty();
    }

    private FailedJob failedOnce() {
        job.failures = 1;
        return awaitFailure();
    }

    private FailedJob awaitFailure() {
        await().until(() -> stored() == 0);
        jobs.store(job, "event-1");
        return await().atMost(5, SECONDS)
                .until(
                        () -> failed.before(Long.MAX_VALUE, false, 10).stream()
                                .filter(_ -> !pickedJobs())
                                .toList(),
                        all -> !all.isEmpty())
                .getFirst();
    }

    private long stored() {
        return database.sql()
                .sql("select count(*) from job_plan")
                .query(Long.class)
                .single();
    }

    private boolean pickedJobs() {
        return database.sql()
                .sql("select exists(select from job_plan where picked)")
                .query(Boolean.class)
                .single();
    }
}
