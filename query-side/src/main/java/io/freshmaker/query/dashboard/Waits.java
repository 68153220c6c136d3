package io.freshmaker.query.dashboard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.query.dashboard.Overview.Parent;
import io.freshmaker.query.dashboard.Overview.Wait;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the builds that wait, or run, for longest. */
@Component
class Waits {

    private static final int MOST = 10;

    private static final String LONGEST = """
        (select build_key, number, event_number, name, state, state_since, external_id
         from build_view where state = 0 order by state_since, number limit :most)
        union all
        (select build_key, number, event_number, name, state, state_since, external_id
         from build_view where state = 4 order by state_since, number limit :most)
        order by state_since, number limit :most
        """;

    /** The first fact of a build names all of its parents; the row of it knows one. */
    private static final String PARENTS = """
        select fact.aggregate_identifier as child, parent.number, parent.name, parent.state
        from domain_event fact,
             jsonb_array_elements_text(convert_from(fact.payload, 'UTF8')::jsonb -> 'build' -> 'parents') as wanted,
             build_view parent
        where fact.aggregate_identifier in (:builds) and fact.sequence_number = 0
          and parent.build_key = wanted and parent.state in (0, 4)
        order by parent.number
        """;

    private final JdbcClient sql;

    Waits(JdbcClient sql) {
        this.sql = sql;
    }

    /** Longest first. */
    List<Wait> longest() {
        List<Row> rows =
                sql.sql(LONGEST).param("most", MOST).query((row, _) -> row(row)).list();
        Map<String, List<Parent>> parents =
                parentsOf(rows.stream().map(Row::key).toList());
        return rows.stream()
                .map(row -> row.waitingFor(parents.getOrDefault(row.key, List.of())))
                .toList();
    }

    private Map<String, List<Parent>> parentsOf(Collection<String> builds) {
        if (builds.isEmpty()) return Map.of();
        return sql
                .sql(PARENTS)
                .param("builds", builds)
                .query((row, _) -> Map.entry(
                        row.getString("child"), new Parent(row.getInt("number"), row.getString("name"), state(row))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("build_key"),
                new Wait(
                        row.getInt("number"),
                        row.getInt("event_number"),
                        row.getString("name"),
                        state(row),
                        row.getTimestamp("state_since").toInstant(),
                        row.getString("external_id"),
                        List.of()));
    }

    private static String state(ResultSet row) throws SQLException {
        return BuildState.values()[row.getInt("state")].name();
    }

    /** A build that waits, before it is known for whom. */
    private record Row(String key, Wait build) {

        Wait waitingFor(List<Parent> parents) {
            return new Wait(
                    build.build(),
                    build.event(),
                    build.name(),
                    build.state(),
                    build.since(),
                    build.externalId(),
                    parents);
        }
    }
}
