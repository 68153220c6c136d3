package io.freshmaker.standalone.smoke;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the house is: builds that were submitted, positions that were published, facts that the read models show. Each is the
 * end of a chain through one of the services.
 */
record Progress(long submitted, long published, long shown) {

    private static final String QUESTION = """
        select (select count(*) from process_run) as submitted,
               (select position from bus_position) as published,
               (select min((convert_from(token, 'UTF8')::jsonb ->> 'index')::bigint) from token_entry
                   where processor_name = 'events') as shown\
        """;

    static Progress of(JdbcClient sql) {
        return sql.sql(QUESTION)
                .query((row, _) -> new Progress(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Returns when all three have moved on, and how long that took. */
    Duration awaitMore(JdbcClient sql, Duration limit) {
        long begun = System.nanoTime();
        await("everything goes on from " + this).atMost(limit).until(() -> {
            Progress now = of(sql);
            return now.submitted > submitted && now.published > published && now.shown > shown;
        });
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
