package io.freshmaker.benchmarks;

import io.freshmaker.api.event.EventRegistered;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How fast messages that wait on the broker are stored and acknowledged, and become registered Events: with everything else at
 * work that follows from them. Each concerns something that nothing contains, so that its Event is skipped.
 */
final class IngestBenchmark implements Benchmark {

    private static final int MESSAGES = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration PERIOD = Duration.ofMillis(250);

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public List<Metric> run(Scale scale) throws Exception {
        int messages = scale.of(MESSAGES);
        try (MeasuredHouse house = MeasuredHouse.open(new RandomCatalog())) {
            int bytes = house.sleepWithMessages(messages);
            JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(house.jdbcUrl()));
            await(() -> registered(sql) >= messages);
            if (house.queuedMessages() != 0) throw new IllegalStateException("Not all messages are acknowledged");
            double stored = seconds(sql, "select max(received_at) from incoming_message");
            double registered = seconds(
                    sql,
                    "select max(time_stamp::timestamptz) from domain_event where payload_type = '%s'"
                            .formatted(EventRegistered.class.getName()));
            await(() -> skipped(sql) >= messages); // the limit is for a machine that does nothing else
            double limit = new SingleCommits(house.jdbcUrl()).perSecond(bytes);
            return List.of(
                    new Metric("stored_per_second_" + messages, messages / stored, "/s", limit),
                    new Metric("registered_per_second_" + messages, messages / registered, "/s", limit));
        }
    }

    /** Since the first message was stored. */
    private static double seconds(JdbcClient sql, String last) {
        return sql.sql("select extract(epoch from (%s) - (select min(received_at) from incoming_message))"
                        .formatted(last))
                .query(Double.class)
                .single();
    }

    private static long registered(JdbcClient sql) {
        return count(sql, "select count(*) from incoming_message where outcome = 'registered'");
    }

    private static long skipped(JdbcClient sql) {
        return count(sql, "select count(*) from event_view where state = 4");
    }

    private static long count(JdbcClient sql, String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) throw new IllegalStateException("Not in " + PATIENCE);
            Thread.sleep(PERIOD);
        }
    }
}
