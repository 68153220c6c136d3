package io.freshmaker.query.event;

import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.readmodel.Columns;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of Events, for the projection: many are read and written at once. */
@Component
class EventTable {

    /** Separates texts of a list on their way into a column. */
    private static final String UNIT = "\u001f";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SAVE = """
        insert into event_view (event_key, number, message_id, search_key, event_type_id, requester, state, listed, json, created,
                                packages, reasons, canceled_by)
        select key, number, message, search_key, type, requester, state, listed, json, created,
               string_to_array(packages, chr(31)), string_to_array(reasons, chr(31)), canceled_by
        from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::int[], ?::text[], ?::int[], ?::boolean[], ?::text[],
                    ?::timestamptz[], ?::text[], ?::text[], ?::text[])
             as given(key, number, message, search_key, type, requester, state, listed, json, created, packages, reasons,
                      canceled_by)
        on conflict (event_key) do update set
            event_type_id = excluded.event_type_id, state = excluded.state, listed = excluded.listed, json = excluded.json,
            packages = excluded.packages, reasons = excluded.reasons, canceled_by = excluded.canceled_by
        """;

    private final JdbcTemplate sql;

    EventTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Those with these keys or numbers that have rows, by their keys. */
    Map<String, ProjectedEvent> load(Collection<String> keys, Collection<Integer> numbers) {
        Map<String, ProjectedEvent> found = new HashMap<>();
        if (keys.isEmpty() && numbers.isEmpty()) return found;
        sql.query(
                "select event_key, json, listed, created, packages, reasons, canceled_by from event_view"
                        + " where event_key = any(?) or number = any(?)",
                row -> {
                    ProjectedEvent event = event(row);
                    found.put(event.key(), event);
                },
                keys.toArray(String[]::new),
                numbers.toArray(Integer[]::new));
        return found;
    }

    void save(Collection<ProjectedEvent> events) {
        Columns<ProjectedEvent> columns = new Columns<>(events);
        sql.update(
                SAVE,
                columns.texts(ProjectedEvent::key),
                columns.integers(event -> event.json().id()),
                columns.indexed(event -> event.json().messageId()),
                columns.indexed(event -> event.json().searchKey()),
                columns.integers(event -> event.json().eventTypeId()),
                columns.indexed(event -> event.json().requester()),
                columns.integers(event -> event.json().state()),
                columns.booleans(ProjectedEvent::listed),
                columns.texts(event -> JSON.writeValueAsString(event.json())),
                columns.texts(event -> event.created().toString()),
                columns.texts(event -> String.join(UNIT, event.keywords().packages())),
                columns.texts(event -> String.join(UNIT, event.keywords().reasons())),
                columns.texts(ProjectedEvent::canceledBy));
    }

    private static ProjectedEvent event(ResultSet row) throws SQLException {
        return new ProjectedEvent(
                row.getString("event_key"),
                JSON.readValue(row.getString("json"), EventJson.class),
                row.getBoolean("listed"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                new Keywords(texts(row.getArray("packages")), texts(row.getArray("reasons"))),
                row.getString("canceled_by"));
    }

    private static Set<String> texts(Array column) throws SQLException {
        return new TreeSet<>(List.of((String[]) column.getArray())); // sorted, so that equal lists look equal
    }

    void empty() {
        sql.execute("truncate table event_view");
    }
}
