package io.freshmaker.messaging.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.EventJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The publisher's own view: the JSON of every Event (without its builds) and of every build, as the API shows them. */
@Repository
class ViewTables {

    /** A build with what it belongs to. */
    record BuildRow(EventId event, BuildJson json) {}

    private final JdbcTemplate sql;
    private final ObjectMapper json;

    ViewTables(JdbcTemplate sql, @Qualifier("defaultAxonObjectMapper") ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Map<EventId, EventJson> events(Collection<EventId> ids) {
        Map<EventId, EventJson> found = new HashMap<>();
        sql.query(
                "select event_id, json from bus_event_view where event_id = any(?)",
                row -> {
                    found.put(new EventId(row.getString(1)), read(row.getString(2), EventJson.class));
                },
                (Object) ids.stream().map(EventId::value).toArray(String[]::new));
        return found;
    }

    Map<BuildId, BuildRow> builds(Collection<BuildId> ids) {
        Map<BuildId, BuildRow> found = new HashMap<>();
        sql.query(
                "select build_id, event_id, json from bus_build_view where build_id = any(?)",
                row -> {
                    EventId event = new EventId(row.getString(2));
                    found.put(
                            new BuildId(row.getString(1)),
                            new BuildRow(event, read(row.getString(3), BuildJson.class)));
                },
                (Object) ids.stream().map(BuildId::value).toArray(String[]::new));
        return found;
    }

    /** In the order of the API: by number. */
    List<BuildJson> buildsOf(EventId event) {
        return sql.query(
                "select json from bus_build_view where event_id = ? order by number",
                (row, _) -> read(row.getString(1), BuildJson.class),
                event.value());
    }

    /** The numbers of those that are in the build system. */
    List<Integer> runningBuilds(EventId event) {
        return sql.query(
                "select number from bus_build_view where event_id = ? and state = ? order by number",
                (row, _) -> row.getInt(1),
                event.value(),
                BuildState.BUILD.name());
    }

    /** How many builds are in which state, and {@code total}. */
    Map<String, Integer> summaryOf(EventId event) {
        Map<String, Integer> summary = new TreeMap<>(Map.of("total", 0));
        sql.query(
                "select state, count(*) from bus_build_view where event_id = ? group by state",
                row -> {
                    summary.put(row.getString(1), row.getInt(2));
                    summary.merge("total", row.getInt(2), Integer::sum);
                },
                event.value());
        return summary;
    }

    void saveEvents(Map<EventId, EventJson> events) {
        if (events.isEmpty()) return;
        List<Object[]> rows = events.entrySet().stream()
                .map(event -> new Object[] {event.getKey().value(), write(event.getValue())})
                .toList();
        sql.batchUpdate("""
            insert into bus_event_view (event_id, json) values (?, ?)
            on conflict (event_id) do update set json = excluded.json\
            """, rows);
    }

    void saveBuilds(Map<BuildId, BuildRow> builds) {
        if (builds.isEmpty()) return;
        List<Object[]> rows = builds.entrySet().stream()
                .map(build -> columns(build.getKey(), build.getValue()))
                .toList();
        sql.batchUpdate("""
            insert into bus_build_view (build_id, event_id, number, state, json) values (?, ?, ?, ?, ?)
            on conflict (build_id) do update set state = excluded.state, json = excluded.json\
            """, rows);
    }

    private Object[] columns(BuildId id, BuildRow row) {
        return new Object[] {
            id.value(), row.event().value(), row.json().id(), row.json().stateName(), write(row.json())
        };
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The publisher's view has a row that it cannot read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The publisher's view cannot be written", e);
        }
    }
}
