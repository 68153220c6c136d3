package io.freshmaker.query.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.freshmaker.platform.testing.SharedFolder;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.RunningQuerySide;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers recorded from the original, compared with ours over the same rows. What is not compared is listed here, with the status
 * that ours has instead where that is on purpose ({@code docs/api.md}).
 */
@RunningQuerySide
class RecordedAnswersIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EVERYTHING = "0029-GET-api_1_events_order_by_-id";

    /** Where the original answers 500, or something else, for a path that it does not have. */
    private static final Map<String, Integer> OTHER_STATUS = Map.of(
            "0042-GET-api_1_events_abc", 404,
            "0068-GET-monitor_metrics", 200,
            "0069-GET-api_1", 404,
            "0071-GET-api_1_nope", 404);

    /** Parts of the API that later issues build. */
    private static final List<String> LATER = List.of("pullspec_overrides", "verify-image");

    /** Recorded after the rows had been changed by a cancel. */
    private static final List<String> CHANGED = List.of("0102-GET-api_1_events_1");

    @Autowired
    Api api;

    @Autowired
    JdbcClient sql;

    private final @Nullable Path recordings = recordings();

    @BeforeEach
    void our_rows_are_theirs() throws IOException {
        if (recordings == null) return;
        clear();
        for (JsonNode event : body(EVERYTHING).path("items")) {
            for (JsonNode build : event.path("builds")) insertBuild(build);
            insertEvent(((ObjectNode) event).without("builds"));
        }
    }

    @AfterEach
    void clear() {
        sql.sql("truncate table event_view, build_view, plan_view").update();
    }

    @TestFactory
    Stream<DynamicTest> answers_equal_the_originals() throws IOException {
        assumeTrue(recordings != null);
        try (Stream<Path> files = Files.list(recordings)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".request") && name.contains("-GET-"))
                    .map(name -> name.substring(0, name.length() - ".request".length()))
                    .filter(name -> LATER.stream().noneMatch(name::contains) && !CHANGED.contains(name))
                    .sorted()
                    .map(name -> DynamicTest.dynamicTest(name, () -> compare(name)))
                    .toList()
                    .stream();
        }
    }

    private void compare(String name) throws IOException {
        String path = Files.readString(recording(name + ".request")).split(" ", 3)[1];
        List<String> theirs = Files.readAllLines(recording(name + ".response"));
        int status = Integer.parseInt(theirs.getFirst().split(" ")[1]);

        HttpResponse<String> ours = api.get(path, "X-Forwarded-Host", "localhost:15001");

        assertThat(ours.statusCode()).isEqualTo(OTHER_STATUS.getOrDefault(name, status));
        if (status == 308) {
            assertThat(theirs)
                    .contains(
                            "Location: " + ours.headers().firstValue("Location").orElse("none"));
        } else if (!OTHER_STATUS.containsKey(name)) {
            assertThat(asTheirs(name, api.json(ours))).isEqualTo(body(name));
        }
    }

    /** Differences on purpose inside an answer. */
    private static JsonNode asTheirs(String name, JsonNode ours) {
        if (name.contains("about")) ((ObjectNode) ours).put("version", "unknown");
        if (name.contains("state_complete_state_failed")) {
            ObjectNode meta = (ObjectNode) ours.path("meta"); // ours keeps every value of a repeated argument
            for (String link : List.of("first", "last")) {
                meta.put(link, meta.path(link).asString().replace("&state=failed", ""));
            }
        }
        return ours;
    }

    private void insertEvent(JsonNode event) {
        sql.sql("insert into event_view values (?, ?, ?, ?, ?, ?, ?, true, ?)")
                .params(
                        "event-recorded-" + event.path("id"),
                        event.path("id").asInt(),
                        event.path("message_id").asString(),
                        event.path("search_key").asString(),
                        event.path("event_type_id").asInt(),
                        event.path("requester").asString(null),
                        event.path("state").asInt(),
                        event.toString())
                .update();
    }

    private void insertBuild(JsonNode build) {
        sql.sql("insert into build_view values (?, ?, ?, ?, ?, ?, cast(? as int), cast(? as bigint), ?, ?,"
                        + " null, null, ?)")
                .params(
                        "build-recorded-" + build.path("id"),
                        build.path("id").asInt(),
                        build.path("event_id").asInt(),
                        build.path("name").asString(),
                        build.path("type").asInt(),
                        build.path("state").asInt(),
                        build.path("dep_on_id").asString(null),
                        build.path("build_id").asString(null),
                        build.path("original_nvr").asString(null),
                        build.path("rebuilt_nvr").asString(null),
                        build.toString())
                .update();
    }

    private JsonNode body(String name) throws IOException {
        String answer = Files.readString(recording(name + ".response")).replace("\r\n", "\n");
        return JSON.readTree(answer.substring(answer.indexOf("\n\n") + 2));
    }

    private Path recording(String file) {
        if (recordings == null) throw new IllegalStateException("No recordings");
        return recordings.resolve(file);
    }

    private static @Nullable Path recordings() {
        return SharedFolder.find("peers/freshmaker/rest").orElse(null);
    }
}
