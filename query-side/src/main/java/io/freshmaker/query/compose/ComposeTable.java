package io.freshmaker.query.compose;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.Blocker;
import io.freshmaker.api.compose.ComposeAssigned;
import io.freshmaker.api.compose.ComposeDomainEvent;
import io.freshmaker.api.compose.ComposeFailed;
import io.freshmaker.api.compose.ComposeReady;
import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.query.readmodel.Columns;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of composes, for the projection, and which builds need which. */
@Component
class ComposeTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Its number is where its first fact stands in the store: it never changes, a replay gives it again, and nobody sees it. */
    private static final String REQUESTED = """
        insert into compose_view (compose_key, number, event_number, state, request, shared, dry_run, created, since, deadline)
        values (?, (select global_index from domain_event where aggregate_identifier = ? and sequence_number = 0),
                ?, 'REQUESTED', ?, false, ?, ?, ?, ?)
        on conflict (compose_key) do nothing
        """;

    /** One that is renewed after it was there is waited for by nobody. */
    private static final String ASSIGNED = """
        update compose_view set odcs_id = ?, shared = ?,
            since = case state when 'REQUESTED' then ? else since end,
            state = case state when 'REQUESTED' then 'ASSIGNED' else state end
        where compose_key = ?
        """;

    private static final String READY =
            "update compose_view set state = 'READY', odcs_id = ?, since = ? where compose_key = ?";
    private static final String FAILED =
            "update compose_view set state = 'FAILED', reason = ?, since = ? where compose_key = ?";
    private static final String NEEDED = """
        insert into compose_need_view (compose_key, build_key) select * from unnest(?::text[], ?::text[])
        on conflict do nothing
        """;

    private final JdbcTemplate sql;

    ComposeTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    void change(ComposeDomainEvent fact, Instant at) {
        String key = fact.composeId().value();
        Timestamp time = Timestamp.from(at);
        switch (fact) {
            case ComposeRequested wanted ->
                sql.update(
                        REQUESTED,
                        key,
                        key,
                        wanted.eventNumber(),
                        JSON.writeValueAsString(wanted.request()),
                        wanted.dryRun(),
                        time,
                        time,
                        Timestamp.from(wanted.deadline()));
            case ComposeAssigned assigned -> sql.update(ASSIGNED, assigned.odcsId(), assigned.shared(), time, key);
            case ComposeReady ready -> sql.update(READY, ready.odcsId(), time, key);
            case ComposeFailed failed -> sql.update(FAILED, JSON.writeValueAsString(failed.reason()), time, key);
        }
    }

    /** What these builds wait for. */
    void need(List<ArtifactBuildPlanned> builds) {
        List<Map.Entry<String, String>> needs = builds.stream()
                .flatMap(build -> build.blockers().stream()
                        .filter(blocker -> blocker.kind() == Blocker.Kind.COMPOSE)
                        .map(blocker ->
                                Map.entry(blocker.subject(), build.buildId().value())))
                .toList();
        if (needs.isEmpty()) return;
        Columns<Map.Entry<String, String>> columns = new Columns<>(needs);
        sql.update(NEEDED, columns.texts(Map.Entry::getKey), columns.texts(Map.Entry::getValue));
    }

    void empty() {
        sql.execute("truncate table compose_view, compose_need_view");
    }
}
