package io.freshmaker.platform.job;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.platform.wake.Neighbours;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Execution(ExecutionMode.CONCURRENT)
class JobsIT {

    private final TestDatabase database = TestPostgres.fresh();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    private final TestJob job = new TestJob(Job.Queue.PLAN);
    private final Jobs jobs = new Jobs(database.dataSource(), List.of(job), Clock.systemUTC(), Neighbours.NONE);

    @AfterEach
    void close() {
        if (jobs.isRunning()) jobs.stop();
        database.close();
    }

    @Test
    void a_stored_job_is_done_once() {
        jobs.start();

        jobs.store(job, "event-1");

        awaitDone("event-1");
        await().until(() -> stored() == 0);
        assertThat(job.done).containsExactly("event-1");
    }

    @Test
    void a_job_is_done_after_the_commit_and_at_once() {
        jobs.start();
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 15; i++) waits.add(waitAfterCommit("event-" + i));

        waits.sort(Duration::compareTo);
        assertThat(waits.get(7)).isLessThan(Duration.ofMillis(200)); // polling alone would take 500
    }

    @Test
    void a_job_whose_transaction_is_rolled_back_is_never_done() {
        jobs.start();
        transaction.executeWithoutResult(status -> {
            jobs.store(job, "taken-back");
            status.setRollbackOnly();
        });

        jobs.store(job, "next");

        awaitDone("next");
        assertThat(stored()).isLessThanOrEqualTo(1);
        assertThat(job.done).containsExactly("next");
    }

    @Test
    void a_job_that_waits_already_is_not_stored_again() {
        jobs.store(job, "event-1");
        jobs.store(job, "event-1");
        jobs.store(job, "event-2");

        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void a_job_that_fails_is_tried_again() {
        job.failures = 2;
        jobs.start();

        jobs.store(job, "event-1");

        awaitDone("event-1");
        assertThat(job.tries).hasSize(3);
        assertThat(job.gaveUp).isEmpty();
    }

    @Test
    void a_job_that_fails_too_often_is_given_up() {
        job.failures = Integer.MAX_VALUE;
        jobs.start();

        jobs.store(job, "event-1");

        await().atMost(20, SECONDS).until(() -> stored() == 0);
        assertThat(job.tries).hasSize(4);
        assertThat(job.gaveUp).containsExactly("event-1: broken");
    }

    @Test
    void a_job_that_waits_for_something_is_done_again_as_often_as_it_must_and_is_none_that_fails() {
        job.failures = 2;
        job.waits = 3;
        jobs.start();

        jobs.store(job, "event-1");

        awaitDone("event-1");
        await().until(() -> stored() == 0);
        assertThat(job.tries).hasSize(6);
        assertThat(job.gaveUp).isEmpty();
        assertThat(database.sql()
                        .sql("select count(*) from failed_job")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_job_that_cannot_be_given_up_is_kept_and_given_up_later() {
        job.failures = Integer.MAX_VALUE;
        job.failuresToGiveUp = 1;
        jobs.start();

        jobs.store(job, "event-1");

        await().atMost(20, SECONDS).until(() -> stored() == 0);
        assertThat(job.gaveUp).containsExactly("event-1: broken");
    }

    @Test
    void the_job_of_a_worker_that_died_is_taken_over() {
        database.sql().sql("""
            insert into job_plan (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            values ('test', 'event-1', now() - interval '1 hour', true, 'gone', now() - interval '1 minute', 1)\
            """).update();

        jobs.start();

        awaitDone("event-1");
    }

    @Test
    void a_job_of_a_worker_that_lives_is_left_to_it() {
        database.sql().sql("""
            insert into job_plan (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            values ('test', 'event-1', now() - interval '1 hour', true, 'other', now(), 1)\
            """).update();

        jobs.start();
        jobs.store(job, "event-2");

        awaitDone("event-2");
        assertThat(job.done).containsExactly("event-2");
    }

    @Test
    void a_job_of_a_queue_without_workers_is_refused() {
        assertThatThrownBy(() -> jobs.store(new TestJob(Job.Queue.BUILD), "build-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BUILD");
    }

    @Test
    void pauses_double_up_to_a_minute() {
        BackOff backOff = new BackOff(job, Clock.systemUTC(), new JobFailures(database.sql(), Clock.systemUTC()));

        assertThat(backOff.pauseAfter(1)).isEqualTo(Duration.ofMillis(10));
        assertThat(backOff.pauseAfter(2)).isEqualTo(Duration.ofMillis(20));
        assertThat(backOff.pauseAfter(5)).isEqualTo(Duration.ofMillis(160));
        assertThat(backOff.pauseAfter(30)).isEqualTo(Duration.ofMinutes(1));
    }

    private Duration waitAfterCommit(String subject) {
        transaction.executeWithoutResult(_ -> {
            jobs.store(job, subject);
            assertThat(job.done).doesNotContain(subject);
        });
        long committed = System.nanoTime();
        await().pollInterval(Duration.ofMillis(2)).until(() -> job.done.contains(subject));
        return Duration.ofNanos(System.nanoTime() - committed);
    }

    private void awaitDone(String subject) {
        await().atMost(20, SECONDS).until(() -> job.done.contains(subject));
    }

    private int stored() {
        return database.sql()
                .sql("select count(*) from job_plan")
                .query(Integer.class)
                .single();
    }
}
