package io.freshmaker.benchmarks;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.value.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads from the stored facts when something happened. */
final class FactClock {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final String jdbcUrl;
    private final JdbcClient sql;

    FactClock(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
        sql = JdbcClient.create(new DriverManagerDataSource(jdbcUrl));
    }

    /** Waits until all builds of the Event are stored. */
    PlanTimes untilActivated(EventId event) throws InterruptedException {
        Map<String, Instant> facts = until(event, seen -> seen.containsKey(name(RebuildActivated.class)));
        return new PlanTimes(
                at(facts, EventRegistered.class), at(facts, RebuildPlanned.class), at(facts, RebuildActivated.class));
    }

    /** Waits until all builds of the Event have ended. */
    void untilCompleted(EventId event) throws InterruptedException {
        until(event, seen -> seen.containsKey(name(EventCompleted.class)));
    }

    /** How many bytes the fact of one planned build has, on average. */
    int planBytes() {
        return sql.sql("select avg(octet_length(payload)) from domain_event where payload_type = ?")
                .param(ArtifactBuildPlanned.class.getName())
                .query(Integer.class)
                .single();
    }

    /** How many builds are planned by now. */
    int plannedBuilds() {
        return sql.sql("select count(*) from domain_event where payload_type = ?")
                .param(ArtifactBuildPlanned.class.getName())
                .query(Integer.class)
                .single();
    }

    /** On one connection: a login each time would cost PostgreSQL a fifth of a processor, which is then missing. */
    private Map<String, Instant> until(EventId event, Predicate<Map<String, Instant>> done)
            throws InterruptedException {
        try (SingleConnectionDataSource kept = new SingleConnectionDataSource(jdbcUrl, true)) {
            return until(event, done, JdbcClient.create(kept));
        }
    }

    private static Map<String, Instant> until(EventId event, Predicate<Map<String, Instant>> done, JdbcClient sql)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Instant> facts = facts(event, sql);
        while (!done.test(facts)) {
            if (facts.containsKey(name(EventSkipped.class)) || facts.containsKey(name(EventFailed.class))) {
                throw new IllegalStateException("Nothing was rebuilt: " + facts.keySet());
            }
            if (System.nanoTime() > end) throw new IllegalStateException("Not in %s: %s".formatted(PATIENCE, facts));
            Thread.sleep(PERIOD);
            facts = facts(event, sql);
        }
        return facts;
    }

    private static Map<String, Instant> facts(EventId event, JdbcClient sql) {
        Map<String, Instant> facts = new TreeMap<>();
        sql.sql("select payload_type, time_stamp from domain_event where aggregate_identifier = ?")
                .param(event.value())
                .query(row -> {
                    facts.put(row.getString("payload_type"), Instant.parse(row.getString("time_stamp")));
                });
        return facts;
    }

    private static Instant at(Map<String, Instant> facts, Class<?> fact) {
        Instant at = facts.get(name(fact));
        if (at == null) throw new IllegalStateException("Not stored: " + fact);
        return at;
    }

    private static String name(Class<?> fact) {
        return fact.getName();
    }
}
