package io.freshmaker.platform.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads facts by their positions. Positions have no gaps and never change. */
public class Feed {

    private static final String FACTS = """
        select f.position, d.event_identifier, d.type, d.aggregate_identifier, d.payload_type, d.time_stamp,
               convert_from(d.payload, 'UTF8') as payload
        from feed f join domain_event d on d.event_identifier = f.event_identifier
        """;

    private final JdbcClient sql;

    public Feed(JdbcClient sql) {
        this.sql = sql;
    }

    /** The facts after a position, in order, at most {@code limit}. */
    public List<Fact> after(long position, int limit) {
        return sql.sql(FACTS + "where f.position > ? order by f.position limit ?")
                .params(position, limit)
                .query((row, _) -> new Fact(
                        row.getLong("position"),
                        row.getString("event_identifier"),
                        row.getString("type"),
                        row.getString("aggregate_identifier"),
                        simpleName(row.getString("payload_type")),
                        Instant.parse(row.getString("time_stamp")),
                        row.getString("payload")))
                .list();
    }

    /** The positions of those facts that have one already. */
    public Map<String, Long> positionsOf(Collection<String> factIds) {
        Map<String, Long> positions = new HashMap<>();
        if (factIds.isEmpty()) return positions;
        sql.sql("select event_identifier, position from feed where event_identifier in (:ids)")
                .param("ids", factIds)
                .query(row -> {
                    positions.put(row.getString(1), row.getLong(2));
                });
        return positions;
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
