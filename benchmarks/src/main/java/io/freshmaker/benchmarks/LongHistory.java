package io.freshmaker.benchmarks;

import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.reason.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills the tables of the read models with Events and builds as the projections would, by COPY and without facts. The JSON is made
 * of the same facts by the same {@code Wire}. The Event 0 is a large one, with its plan.
 */
final class LongHistory {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BUFFER = 1 << 16;

    private static final String EVENTS =
            "event_view (event_key, number, message_id, search_key, event_type_id, requester, state, listed, json)";
    private static final String BUILDS = "build_view (build_key, number, event_number, name, type, state, state_since,"
            + " dep_on_id, build_id, original_nvr, rebuilt_nvr, external_id, ended, json)";

    private final String jdbcUrl;
    private final int large;
    private int last;

    /** {@code large} is how many builds the Event 0 has. */
    LongHistory(String jdbcUrl, int large) {
        this.jdbcUrl = jdbcUrl;
        this.large = large;
    }

    /** Until there are so many Events, with five times as many builds; the last fifty are being built. */
    void upTo(int events) throws SQLException, IOException {
        int first = last + 1;
        last = events;
        List<PastEvent> older = first == 1 ? List.of(PastEvent.large(large)) : List.of();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement sql = connection.createStatement()) {
            copy(connection, EVENTS, events(older, first).map(LongHistory::eventRow));
            copy(
                    connection,
                    BUILDS,
                    events(older, first).flatMap(LongHistory::builds).map(LongHistory::buildRow));
            copy(connection, "plan_view (event_key, json)", older.stream().map(LongHistory::planRow));
            sql.execute("vacuum analyze"); // as its daemon would have done meanwhile
        }
    }

    /** One of the last fifty may be shown here as it will be later. */
    PastEvent event(int number) {
        return PastEvent.of(number, large, false);
    }

    int events() {
        return last;
    }

    int builds() {
        return large + PastEvent.buildsUpTo(last);
    }

    private Stream<PastEvent> events(List<PastEvent> older, int first) {
        return Stream.concat(
                older.stream(),
                IntStream.rangeClosed(first, last).mapToObj(number -> PastEvent.of(number, large, number > last - 50)));
    }

    private static Stream<PastBuild> builds(PastEvent event) {
        return IntStream.range(0, event.builds()).mapToObj(index -> PastBuild.of(event, index));
    }

    private static List<PlannedBuild> planned(PastEvent event) {
        return builds(event).map(PastBuild::planned).toList();
    }

    private static String eventRow(PastEvent event) {
        var json = event.json(planned(event));
        return row(
                event.id(),
                json.id(),
                json.messageId(),
                json.searchKey(),
                json.eventTypeId(),
                json.requester(),
                json.state(),
                event.listed(),
                JSON.writeValueAsString(json));
    }

    private static String buildRow(PastBuild build) {
        var json = build.json();
        return row(
                build.id(),
                json.id(),
                json.eventId(),
                json.name(),
                json.type(),
                json.state(),
                json.timeCompleted() == null ? json.timeSubmitted() : json.timeCompleted(),
                json.depOnId(),
                json.buildId(),
                json.originalNvr(),
                json.rebuiltNvr(),
                json.buildId(),
                json.timeCompleted() == null ? null : ended(build),
                JSON.writeValueAsString(json));
    }

    private static @Nullable String ended(PastBuild build) {
        Reason failure = build.failure();
        return failure == null
                ? null
                : JSON.writeValueAsString(Map.of(
                        "code", failure.code(),
                        "facts", failure.facts(),
                        "culpritKey", build.id().value(),
                        "culpritArtifact", build.culprit().artifact()));
    }

    private static String planRow(PastEvent event) {
        return row(event.id(), JSON.writeValueAsString(Map.of("builds", planned(event), "declined", List.of())));
    }

    /** In PostgreSQL's text format. */
    private static String row(@Nullable Object... columns) {
        return Stream.of(columns)
                .map(column -> column == null ? "\\N" : column.toString().replace("\\", "\\\\"))
                .collect(Collectors.joining("\t", "", "\n"));
    }

    private static void copy(Connection connection, String table, Stream<String> rows)
            throws SQLException, IOException {
        try (var out = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class), "copy %s from stdin".formatted(table), BUFFER)) {
            for (String row : (Iterable<String>) rows::iterator) out.write(row.getBytes(StandardCharsets.UTF_8));
        }
    }
}
