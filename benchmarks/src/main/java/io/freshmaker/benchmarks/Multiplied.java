package io.freshmaker.benchmarks;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a long history of a short one: every stored fact again and again, about other Events and builds. Everything but the read
 * models is told that it has seen them, so that nothing is built or published when the house starts again.
 */
final class Multiplied {

    private static final String COPIES = """
        with original as (
          select *, convert_from(payload, 'UTF8')::jsonb as json from domain_event
        ), span as (
          select max((json ->> 'number')::int) as numbers, max(global_index) as facts from original
        )
        insert into domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,
                                  payload_revision, payload, meta_data)
        select event_identifier || '-' || copy,
               regexp_replace(aggregate_identifier, '^(event|build)-.{8}', '\\1-' || lpad(to_hex(copy), 8, '0')),
               sequence_number, type, time_stamp, payload_type, payload_revision,
               convert_to(regexp_replace(
                   (json || case when json ?? 'number' then jsonb_build_object('number', (json ->> 'number')::int + copy * numbers)
                                 else '{}' end
                         || case when json ?? 'eventNumber'
                                 then jsonb_build_object('eventNumber', (json ->> 'eventNumber')::int + copy * numbers)
                                 else '{}' end
                         || case when json ?? 'messageId' then jsonb_build_object('messageId', (json ->> 'messageId') || copy)
                                 else '{}' end)::text,
                   '(event|build)-[0-9a-f]{8}-', '\\1-' || lpad(to_hex(copy), 8, '0') || '-', 'g'), 'UTF8'),
               meta_data
        from original, span, generate_series(1, ? / facts) as copy
        order by copy, global_index
        """;

    private static final String NUMBERED = """
        insert into feed (position, event_identifier)
        select (select max(position) from feed) + row_number() over (order by global_index), event_identifier
        from domain_event where event_identifier not in (select event_identifier from feed)
        """;

    private static final String SEEN = """
        update token_entry set token_type = 'org.axonframework.eventhandling.GapAwareTrackingToken',
            token = convert_to(format('{"index":%s,"gaps":[]}', (select max(global_index) from domain_event)), 'UTF8')
        """;

    private final DataSource database;
    private final JdbcTemplate sql;

    Multiplied(String jdbcUrl) {
        database = new DriverManagerDataSource(jdbcUrl, "postgres", "");
        sql = new JdbcTemplate(database);
    }

    /** Until there are at least so many facts. */
    void upTo(int facts) {
        sql.update(COPIES, facts);
        sql.update(NUMBERED);
        sql.update("update bus_position set position = (select max(position) from feed)");
        sql.update(SEEN);
        sql.execute("analyze");
    }

    /** How many there are. */
    int facts() {
        Integer facts = sql.queryForObject("select count(*) from domain_event", Integer.class);
        return facts == null ? 0 : facts;
    }

    /** How many of them per second one cursor reads, and does nothing with: the limit of everybody who reads them all. */
    double readPerSecond() {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        return Objects.requireNonNull(
                transaction.execute(_ -> read())); // outside a transaction the driver would fetch all at once
    }

    private double read() {
        JdbcTemplate cursor = new JdbcTemplate(database);
        cursor.setFetchSize(1_000);
        long begin = System.nanoTime();
        int[] read = new int[1];
        cursor.query("select global_index, payload, meta_data from domain_event order by global_index", row -> {
            row.getBytes(2);
            read[0]++;
        });
        return read[0] / ((System.nanoTime() - begin) / 1e9);
    }
}
