package io.freshmaker.query.build;

import io.freshmaker.query.build.ProjectedBuild.Origin;
import io.freshmaker.query.readmodel.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of builds, for the projection: many are read and written at once. */
@Component
class BuildTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SAVE = """
        insert into build_view (build_key, number, event_number, name, type, state, state_since, dep_on_id, build_id,
                                original_nvr, rebuilt_nvr, external_id, ended, json, end_reason, created, stream, reason)
        select * from unnest(?::text[], ?::int[], ?::int[], ?::text[], ?::int[], ?::int[], ?::timestamptz[], ?::int[], ?::bigint[],
                             ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                             ?::text[])
        on conflict (build_key) do update set
            state = excluded.state, state_since = excluded.state_since, build_id = excluded.build_id,
            rebuilt_nvr = excluded.rebuilt_nvr, external_id = excluded.external_id, ended = excluded.ended, json = excluded.json,
            end_reason = excluded.end_reason
        """;

    private final JdbcTemplate sql;

    BuildTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Those that have rows, by their keys. */
    Map<String, ProjectedBuild> load(Collection<String> keys) {
        Map<String, ProjectedBuild> found = new HashMap<>();
        if (keys.isEmpty()) return found;
        sql.query(
                "select build_key, json, state_since, external_id, ended, created, stream, reason from build_view"
                        + " where build_key = any(?)",
                row -> {
                    ProjectedBuild build = build(row);
                    found.put(build.key(), build);
                },
                (Object) keys.toArray(String[]::new));
        return found;
    }

    void save(Collection<ProjectedBuild> builds) {
        Columns<ProjectedBuild> columns = new Columns<>(builds);
        sql.update(
                SAVE,
                columns.texts(ProjectedBuild::key),
                columns.integers(build -> build.json().id()),
                columns.integers(build -> build.json().eventId()),
                columns.indexed(build -> build.json().name()),
                columns.integers(build -> build.json().type()),
                columns.integers(build -> build.json().state()),
                columns.texts(build -> build.since().toString()),
                columns.integers(build -> build.json().depOnId()),
                columns.longs(build -> build.json().buildId()),
                columns.indexed(build -> build.json().originalNvr()),
                columns.indexed(build -> build.json().rebuiltNvr()),
                columns.texts(ProjectedBuild::externalId),
                columns.texts(
                        build -> build.ended() == null ? null : build.ended().json()),
                columns.texts(build -> JSON.writeValueAsString(build.json())),
                columns.texts(build ->
                        build.ended() == null ? null : build.ended().code().name()),
                columns.texts(build -> build.origin().created().toString()),
                columns.texts(build -> build.origin().stream()),
                columns.texts(build -> build.origin().reason()));
    }

    void empty() {
        sql.execute("truncate table build_view");
    }

    private static ProjectedBuild build(ResultSet row) throws SQLException {
        return new ProjectedBuild(
                row.getString("build_key"),
                BuildRow.jsonOf(row.getString("json")),
                time(row, "state_since"),
                row.getString("external_id"),
                Ended.of(row.getString("ended")),
                new Origin(time(row, "created"), row.getString("stream"), row.getString("reason")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
