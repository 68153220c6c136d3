package io.freshmaker.standalone.world;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells when the house has nothing left to do. */
public final class Quiet {

    /** The processors that read every fact, whatever its kind. */
    private static final String BEHIND = """
        select count(*) from token_entry
        where processor_name in ('numbering', 'publisher', 'events')
        and coalesce((convert_from(token, 'UTF8')::jsonb ->> 'index')::bigint, -1)
            < (select max(global_index) from domain_event)\
        """;

    private static final String OPEN_EVENTS = """
        select count(*) filter (where payload_type like '%.EventRegistered')
             - count(*) filter (where payload_type similar to '%.Event(Completed|Skipped|Failed|Canceled)')
        from domain_event\
        """;

    private final JdbcClient sql;

    public Quiet(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param messages how many different ones were published */
    public boolean isReached(int messages) {
        return number("select count(*) from incoming_message where outcome <> 'received'") >= messages
                && number(OPEN_EVENTS) == 0
                && number("select count(*) from saga_entry") == 0
                && number("select count(*) from job_plan") + number("select count(*) from job_build") == 0
                && number("select count(*) from process_run where state not in ('reported', 'canceled')") == 0
                && number(BEHIND) == 0;
    }

    private long number(String question) {
        return sql.sql(question).query(Long.class).single();
    }
}
