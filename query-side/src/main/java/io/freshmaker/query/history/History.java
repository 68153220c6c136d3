package io.freshmaker.query.history;

import io.freshmaker.platform.feed.CloudEvents;
import io.freshmaker.query.event.EventRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads facts straight from the store: they are the history already, and a copy of them could only lag behind. */
@Component
class History {

    private static final String FACTS = """
        select d.event_identifier, f.position, d.type, d.payload_type, d.aggregate_identifier, d.time_stamp,
               convert_from(d.payload, 'UTF8') as payload, r.text as reason
        from domain_event d left join feed f on f.event_identifier = d.event_identifier
                            left join typed_reason r on r.reason_key = d.event_identifier
        where %s
        order by d.global_index
        """;

    private static final String OF_EVENT = """
        d.aggregate_identifier in
              (select cast(:event as varchar) union all select compose_key from compose_view where event_number = :number%s)\
        """;

    private static final String WITHOUT_BUILDS = FACTS.formatted(OF_EVENT.formatted(""));

    private static final String OF_ALL = FACTS.formatted(OF_EVENT.formatted(
            "\n               union all select build_key from build_view where event_number = :number"));

    private static final String OF_ONE = FACTS.formatted("d.aggregate_identifier = :one");

    private final JdbcClient sql;

    History(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of an Event, its composes and its builds. */
    List<PastFact> of(EventRow event) {
        return of(event, OF_ALL);
    }

    /** Of an Event and its composes; of its builds there may be thousands. */
    List<PastFact> withoutBuilds(EventRow event) {
        return of(event, WITHOUT_BUILDS);
    }

    private List<PastFact> of(EventRow event, String facts) {
        return sql.sql(facts)
                .param("event", event.eventKey())
                .param("number", event.number())
                .query((row, _) -> fact(row))
                .list();
    }

    /** Of one aggregate alone. */
    List<PastFact> of(String aggregate) {
        return sql.sql(OF_ONE)
                .param("one", aggregate)
                .query((row, _) -> fact(row))
                .list();
    }

    private static PastFact fact(ResultSet row) throws SQLException {
        String type = row.getString("payload_type");
        return new PastFact(
                row.getString("event_identifier"),
                row.getObject("position", Long.class),
                CloudEvents.typeOf(row.getString("type"), type.substring(type.lastIndexOf('.') + 1)),
                row.getString("aggregate_identifier"),
                Instant.parse(row.getString("time_stamp")),
                row.getString("payload"),
                row.getString("reason"));
    }
}
