package io.freshmaker.standalone.world;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells when the house has nothing left to do. */
public final class Quiet {

    /** The processors that read every fact, whatever its kind; after a replay how far it came is wrapped. */
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

    /**
     * What there is still to do, with how many of it.
     *
     * @param messages how many different ones were published
     */
    public Map<String, Long> leftToDo(int messages) {
        Map<String, Long> left = new TreeMap<>();
        left.put("messages", messages - number("select count(*) from incoming_message where outcome <> 'received'"));
        left.put("Events", number(OPEN_EVENTS));
        left.put("sagas", number("select count(*) from saga_entry"));
        left.put("plans", number("select count(*) from job_plan"));
        left.put("submissions", number("select count(*) from job_build"));
        left.put("places", number("select count(*) from submission where state <> 'ended'"));
        left.put("runs", number("select count(*) from process_run where state not in ('reported', 'canceled')"));
        left.put("processors", number(BEHIND));
        left.values().removeIf(count -> count <= 0);
        return left;
    }

    private long number(String question) {
        return sql.sql(question).query(Long.class).single();
    }
}
