package io.freshmaker.query.dashboard;

import io.freshmaker.query.dashboard.Overview.Failure;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds builds that failed by themselves. */
@Component
class Failures {

    private static final int MOST = 20;

    private static final String NEWEST = """
        with own as (
            select build_key, number, event_number, name, state_since, json::jsonb ->> 'state_reason' as text
            from build_view
            where state = 2 and state_since > :since and ended::jsonb ->> 'culpritKey' = build_key
            order by state_since desc, number desc limit :most)
        select own.*, (
            select count(*) from build_view other
            where other.event_number = own.event_number and other.number <> own.number and other.state in (2, 3)
              and other.ended::jsonb ->> 'culpritKey' = own.build_key) as blocks
        from own order by state_since desc, number desc
        """;

    private final JdbcClient sql;

    Failures(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest, newest first. */
    List<Failure> since(Instant time) {
        return sql.sql(NEWEST)
                .param("since", Timestamp.from(time))
                .param("most", MOST)
                .query((row, _) -> new Failure(
                        row.getInt("number"),
                        row.getInt("event_number"),
                        row.getString("name"),
                        row.getTimestamp("state_since").toInstant(),
                        row.getString("text"),
                        row.getInt("blocks")))
                .list();
    }
}
