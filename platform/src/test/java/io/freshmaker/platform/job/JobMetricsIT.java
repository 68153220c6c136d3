package io.freshmaker.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.platform.wake.Neighbours;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class JobMetricsIT {

    private final TestDatabase database = TestPostgres.fresh();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void jobs_are_counted_by_queue_and_state_with_the_age_of_the_oldest() {
        store("'waits', now() - interval '100 s', false, 0, null");
        store("'waits too', now() - interval '10 s', false, 0, null");
        store("'runs', now() - interval '50 s', true, 0, null");
        store("'is tried again', now() + interval '60 s', false, 3, now() - interval '20 s'");
        Jobs jobs = new Jobs(
                database.dataSource(), List.of(new TestJob(Job.Queue.PLAN)), Clock.systemUTC(), Neighbours.NONE);

        new JobMetrics(jobs, new JdbcTemplate(database.dataSource())).bindTo(meters);

        assertThat(figure("freshmaker.jobs", "waiting")).isEqualTo(2);
        assertThat(figure("freshmaker.job.oldest.age", "waiting")).isBetween(100.0, 110.0);
        assertThat(figure("freshmaker.jobs", "running")).isEqualTo(1);
        assertThat(figure("freshmaker.job.oldest.age", "running")).isBetween(50.0, 60.0);
        assertThat(figure("freshmaker.jobs", "retrying")).isEqualTo(1);
        assertThat(figure("freshmaker.job.oldest.age", "retrying")).isBetween(20.0, 30.0);
        assertThat(meters.find("freshmaker.jobs").tag("queue", "build").gauge()).isNull();
    }

    private double figure(String name, String state) {
        return meters.get(name).tag("queue", "plan").tag("state", state).gauge().value();
    }

    private void store(String values) {
        database.sql()
                .sql("insert into job_plan (task_instance, execution_time, picked, consecutive_failures, last_failure,"
                        + " task_name, version) values (" + values + ", 'test', 1)")
                .update();
    }
}
