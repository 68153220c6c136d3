package io.freshmaker.query.dashboard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.freshmaker.api.artifactbuild.ArtifactBuildBuilt;
import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.query.dashboard.Overview.AwaitedCompose;
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
        with waiting as (
            (select build_key, number, event_number, name, state, state_since, external_id
             from build_view where state = 0 order by state_since, number limit :most)
            union all
            (select build_key, number, event_number, name, state, state_since, external_id
             from build_view where state = 4 order by state_since, number limit :most)
            order by state_since, number limit :most)
        select waiting.*, state = 0 and exists (
            select from domain_event fact
            where fact.aggregate_identifier = build_key and fact.payload_type = :fact) as built
        from waiting order by state_since, number
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

    private static final String COMPOSES = """
        select need.build_key, compose.compose_key, compose.odcs_id, compose.deadline
        from compose_need_view need join compose_view compose on compose.compose_key = need.compose_key
        where need.build_key in (:builds) and compose.state in ('REQUESTED', 'ASSIGNED')
        order by compose.deadline, compose.number
        """;

    private final JdbcClient sql;

    Waits(JdbcClient sql) {
        this.sql = sql;
    }

    /** Longest first. */
    List<Wait> longest() {
        List<Row> rows = sql.sql(LONGEST)
                .param("most", MOST)
                .param("fact", ArtifactBuildBuilt.class.getName())
                .query((row, _) -> row(row))
                .list();
        List<String> keys = rows.stream().map(Row::key).toList();
        Map<String, List<Parent>> parents = ofBuilds(
                keys,
                PARENTS,
                row -> Map.entry(
                        row.getString("child"), new Parent(row.getInt("number"), row.getString("name"), state(row))));
        Map<String, List<AwaitedCompose>> composes =
                ofBuilds(keys, COMPOSES, row -> Map.entry(row.getString("build_key"), compose(row)));
        return rows.stream()
                .map(row -> row.waitingFor(
                        parents.getOrDefault(row.key, List.of()), composes.getOrDefault(row.key, List.of())))
                .toList();
    }

    private <T> Map<String, List<T>> ofBuilds(Collection<String> builds, String wanted, Reading<T> reading) {
        if (builds.isEmpty()) return Map.of();
        return sql.sql(wanted).param("builds", builds).query((row, _) -> reading.of(row)).list().stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static AwaitedCompose compose(ResultSet row) throws SQLException {
        return new AwaitedCompose(
                row.getString("compose_key"),
                row.getObject("odcs_id", Long.class),
                row.getTimestamp("deadline").toInstant());
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
                        row.getBoolean("built"),
                        List.of(),
                        List.of()));
    }

    private static String state(ResultSet row) throws SQLException {
        return BuildState.values()[row.getInt("state")].name();
    }

    /** A build that waits, before it is known for whom. */
    private record Row(String key, Wait build) {

        Wait waitingFor(List<Parent> parents, List<AwaitedCompose> composes) {
            return new Wait(
                    build.build(),
                    build.event(),
                    build.name(),
                    build.state(),
                    build.since(),
                    build.externalId(),
                    build.built(),
                    parents,
                    composes);
        }
    }

    /** One of the things that a build waits for, with the build's key. */
    @FunctionalInterface
    private interface Reading<T> {
        Map.Entry<String, T> of(ResultSet row) throws SQLException;
    }
}
