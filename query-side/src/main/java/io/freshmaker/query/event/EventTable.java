package io.freshmaker.query.event;

import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.readmodel.Columns;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of Events, for the projection: many are read and written at once. */
@Component
class EventTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SAVE = """
        insert into event_view (event_key, number, message_id, search_key, event_type_id, requester, state, listed, json, canceled_by)
        select * from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::int[], ?::text[], ?::int[], ?::boolean[], ?::text[], ?::text[])
        on conflict (event_key) do update set
            state = excluded.state, listed = excluded.listed, json = excluded.json, canceled_by = excluded.canceled_by
        """;

    private final JdbcTemplate sql;

    EventTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Those that have rows, by their keys. */
    Map<String, ProjectedEvent> load(Collection<String> keys) {
        Map<String, ProjectedEvent> found = new HashMap<>();
        if (keys.isEmpty()) return found;
        sql.query(
                "select event_key, json, listed, canceled_by from event_view where event_key = any(?)",
                row -> {
                    EventJson json = JSON.readValue(row.getString(2), EventJson.class);
                    found.put(row.getString(1), new ProjectedEvent(row.getString(1), json, row.getBoolean(3), row.getString(4)));
                },
                (Object) keys.toArray(String[]::new));
        return found;
    }

    void save(Collection<ProjectedEvent> events) {
        Columns<ProjectedEvent> columns = new Columns<>(events);
        sql.update(
                SAVE,
                columns.texts(ProjectedEvent::key),
                columns.integers(event -> event.json().id()),
                columns.texts(event -> event.json().messageId()),
                columns.texts(event -> event.json().searchKey()),
                columns.integers(event -> event.json().eventTypeId()),
                columns.texts(event -> event.json().requester()),
                columns.integers(event -> event.json().state()),
                columns.booleans(ProjectedEvent::listed),
                columns.texts(event -> JSON.writeValueAsString(event.json())),
                columns.texts(ProjectedEvent::canceledBy));
    }

    void empty() {
        sql.execute("truncate table event_view");
    }
}
