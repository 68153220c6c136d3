package io.freshmaker.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.log.BuildLogs;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SweepIT {

    private static final Duration DAY = Duration.ofDays(1);

    private final TestDatabase database = TestPostgres.fresh();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_older_is_removed_in_batches_and_counted() {
        old(1_234, Duration.ofDays(2));
        old(3, Duration.ofHours(23));

        sweep(settings(DAY)).sweep();

        assertThat(logs()).isEqualTo(3);
        assertThat(meters.counter("freshmaker.retention.removed", "what", "build-logs")
                        .count())
                .isEqualTo(1_234);
    }

    @Test
    void what_is_kept_for_ever_is_not_touched() {
        old(2, Duration.ofDays(10_000));

        sweep(settings(Duration.ZERO)).sweep();

        assertThat(logs()).isEqualTo(2);
    }

    @Test
    void only_jobs_that_were_given_up_are_removed() {
        failedJob("retrying", "null");
        failedJob("given-up", "now() - interval '2 days'");

        sweep(settings(DAY)).sweep();

        assertThat(database.sql()
                        .sql("select subject from failed_job")
                        .query(String.class)
                        .list())
                .containsExactly("retrying");
    }

    @Test
    void one_process_at_a_time_removes() {
        old(2, Duration.ofDays(2));
        transactions.executeWithoutResult(_ -> {
            database.sql()
                    .sql("select pg_advisory_xact_lock(hashtext('retention build-logs'))::text")
                    .query(String.class)
                    .single();
            CompletableFuture.runAsync(sweep(settings(DAY))::sweep).join();
            assertThat(logs()).isEqualTo(2);
        });

        sweep(settings(DAY)).sweep();

        assertThat(logs()).isZero();
    }

    @Test
    void what_fails_holds_up_nothing_else() {
        old(2, Duration.ofDays(2));
        List<Expiring> all = new ArrayList<>(List.of(new Broken()));
        all.addAll(settings(DAY));

        sweep(all).sweep();

        assertThat(logs()).isZero();
    }

    private List<Expiring> settings(Duration kept) {
        RetentionSettings settings = new RetentionSettings(kept, kept, kept, kept, kept);
        RetentionConfiguration configuration = new RetentionConfiguration();
        return List.of(
                configuration.buildLogRetention(settings, database.sql()),
                configuration.failedJobRetention(settings, database.sql()));
    }

    private Sweep sweep(List<Expiring> all) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("meters", meters);
        return new Sweep(
                all, database.sql(), transactions, Clock.systemUTC(), beans.getBeanProvider(MeterRegistry.class));
    }

    private void old(int number, Duration age) {
        BuildLogs logs = new BuildLogs(database.sql());
        for (int i = 0; i < number; i++) logs.write(age + "-" + i, "text");
        database.sql()
                .sql("update build_log set written_at = now() - make_interval(secs => ?) where build_id like ?")
                .params(age.toSeconds(), age + "-%")
                .update();
    }

    private void failedJob(String subject, String givenUp) {
        database.sql()
                .sql("insert into failed_job (queue, name, subject, failures, error, first_failed_at, failed_at,"
                        + " given_up_at) values ('PLAN', 'test', ?, 1, '', now() - interval '9 days', now() -"
                        + " interval '9 days', " + givenUp + ")")
                .param(subject)
                .update();
    }

    private long logs() {
        return database.sql()
                .sql("select count(*) from build_log")
                .query(Long.class)
                .single();
    }

    private static final class Broken implements Expiring {

        @Override
        public String what() {
            return "broken";
        }

        @Override
        public Duration kept() {
            return DAY;
        }

        @Override
        public int remove(Instant olderThan, int most) {
            throw new IllegalStateException("broken");
        }
    }
}
