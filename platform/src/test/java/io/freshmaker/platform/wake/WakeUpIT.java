package io.freshmaker.platform.wake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.job.Job;
import io.freshmaker.platform.job.Jobs;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.PGConnection;
import org.springframework.context.SmartLifecycle;

@Execution(ExecutionMode.CONCURRENT)
class WakeUpIT {

    private static final Duration SILENCE = Duration.ofMillis(300);

    private final TestDatabase database = TestPostgres.fresh();
    private final List<SmartLifecycle> parts = new ArrayList<>();
    private final Woken facts = new Woken(News.FACTS);
    private final Woken jobs = new Woken(News.JOBS);

    @AfterEach
    void close() {
        parts.forEach(SmartLifecycle::stop);
        database.close();
    }

    @Test
    void news_reach_whoever_waits_for_them_in_another_process_and_nobody_else() {
        Woken own = new Woken(News.JOBS);
        listener("one", own);
        listener("other", facts, jobs);

        notifier("one").tell(News.JOBS);

        await().until(() -> jobs.count() == 2); // the first time was when it began to listen
        notifier("third").tell(News.JOBS);
        await().until(() -> own.count() == 2);
        assertThat(facts.count()).isEqualTo(1);
    }

    @Test
    void many_news_are_told_together() throws Exception {
        Notifier notifier = notifier("one");
        try (Connection listening = database.dataSource().getConnection();
                Statement sql = listening.createStatement()) {
            sql.execute("listen " + Listener.CHANNEL);
            long begin = System.nanoTime();
            for (int i = 0; i < 5_000; i++) {
                notifier.tell(i % 2 == 0 ? News.FACTS : News.JOBS);
                if (i % 100 == 0) Thread.onSpinWait();
            }
            int heard = 0;
            var connection = listening.unwrap(PGConnection.class);
            for (int found = 1; found > 0; heard += found) found = connection.getNotifications(200).length;
            long periods = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 10;

            assertThat(heard).isBetween(1, (int) periods + 1).isLessThan(100);
        }
    }

    @Test
    void a_connection_that_the_server_ends_is_made_again_and_wakes_everybody() {
        listener("one", facts, jobs);
        Notifier notifier = notifier("other");
        notifier.tell(News.FACTS);
        await().until(() -> facts.count() == 2);

        database.sql().sql("""
            select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'freshmaker-wake-up' and datname = current_database()
            """).query().listOfRows();

        await().until(() -> jobs.count() == 2);
        notifier.tell(News.JOBS);
        await().until(() -> jobs.count() == 3);
    }

    @Test
    void a_connection_that_only_looks_alive_is_given_up() throws Exception {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        try (HoldingLine line = new HoldingLine(server.getPort())) {
            String url = database.url().replace(":" + server.getPort() + "/", ":" + line.port() + "/");
            start(new Listener("one", own(url + "&socketTimeout=1"), List.of(facts), SILENCE));
            await().until(() -> facts.count() == 1);

            line.goDead();

            await().atMost(Duration.ofSeconds(8)).until(() -> facts.count() == 2);
            notifier("other").tell(News.FACTS);
            await().until(() -> facts.count() == 3);
        }
    }

    @Test
    void a_job_stored_by_another_process_wakes_the_workers_here() {
        Done job = new Done(new CopyOnWriteArrayList<>());
        Jobs worker = new Jobs(database.dataSource(), List.of(job), Clock.systemUTC(), Neighbours.NONE);
        start(worker);
        listener("one", worker, jobs);
        Jobs other = new Jobs(database.dataSource(), List.of(job), Clock.systemUTC(), notifier("other"));

        other.store(job, "event-1");

        await().until(() -> jobs.count() == 2); // which no polling does
        await().until(() -> job.subjects.equals(List.of("event-1")));
    }

    private Notifier notifier(String name) {
        Notifier notifier = new Notifier(name, own(database.url()));
        start(notifier);
        return notifier;
    }

    /** Returns when it listens. */
    private void listener(String name, Sleeper... sleepers) {
        Woken ready = new Woken(News.REPLAYS);
        List<Sleeper> all = new ArrayList<>(List.of(sleepers));
        all.add(ready);
        start(new Listener(name, own(database.url()), all, SILENCE));
        await().until(() -> ready.count() > 0);
    }

    private void start(SmartLifecycle part) {
        parts.addFirst(part);
        part.start();
    }

    private static OwnConnection own(String url) {
        return new OwnConnection(url, null, null);
    }

    private record Done(List<String> subjects) implements Job {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public Queue queue() {
            return Queue.PLAN;
        }

        @Override
        public void run(String subject) {
            subjects.add(subject);
        }

        @Override
        public void gaveUp(String subject, Throwable cause) {
            throw new AssertionError(cause);
        }
    }
}
