package io.freshmaker.query.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyCommand.VerifyRepository;
import io.freshmaker.platform.testing.SharedFolder;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.RunningQuerySide;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that was asked of the original, asked of ours over the same rows in the same order: status, media type, location and
 * body are the same, field by field. What differs on purpose is written here and in {@code docs/api.md}.
 */
@RunningQuerySide
class RecordedAnswersIT {

    private static final int RECORDED = 70;
    private static final String EVERYTHING = "0029-GET-api_1_events_order_by_-id";

    /** The original asked Pyxis at an empty address. Ours says which setting is missing, and 503 where nobody can be asked. */
    private static final String WITHOUT_PYXIS = "0101-GET-api_1_verify-image-repository_ubi8_ubi";

    private static final String NO_PYXIS = "Pyxis cannot be asked: the setting freshmaker.pyxis.graphql-url is missing";

    /** Where the original answers 500 for its framework's refusal, or 400 for what does not exist; the texts are the same. */
    private static final Map<String, Integer> OTHER_STATUS = Map.of(
            "0042-GET-api_1_events_abc",
            404,
            "0069-GET-api_1",
            404,
            "0075-POST-api_1_builds",
            400,
            "0071-GET-api_1_nope",
            404,
            "0093-PATCH-api_1_events_999",
            404,
            "0096-DELETE-api_1_events_1",
            405,
            "0098-POST-api_1_events",
            405,
            "0099-POST-api_1_about",
            405,
            WITHOUT_PYXIS,
            503);

    /** The original asked the Errata Tool within the request, and broke as that was away; ours asks it when it plans. */
    private static final Map<String, Integer> WITHOUT_ERRATA_TOOL =
            Map.of("0104-POST-api_1_builds", 400, "0105-POST-api_1_builds", 200);

    /** Ours are on the same port; the original's are on one of their own. */
    private static final String METRICS = "0068-GET-monitor_metrics";

    @Autowired
    Api api;

    @Autowired
    RecordedRows rows;

    @Autowired
    CommandBus bus;

    private List<Recording> recordings = List.of();
    private final List<Registration> commandSide = new ArrayList<>();

    @BeforeEach
    void our_rows_are_theirs() throws IOException {
        @Nullable Path folder = SharedFolder.find("peers/freshmaker/rest").orElse(null);
        if (folder == null) return;
        recordings = Recording.in(folder);
        rows.begin(one(EVERYTHING).json().path("items"));
        commandSide.add(bus.subscribe(CancelEvent.class.getName(), _ -> rows.cancelTheFirst()));
        commandSide.add(bus.subscribe(
                RegisterEvent.class.getName(), message -> rows.register((RegisterEvent) message.getPayload())));
        commandSide.add(bus.subscribe(VerifyRepository.class.getName(), _ -> VerifyAnswer.unknown(NO_PYXIS)));
    }

    @AfterEach
    void clear() {
        commandSide.forEach(Registration::cancel);
        if (!recordings.isEmpty()) rows.end();
    }

    @TestFactory
    Stream<DynamicTest> answers_equal_the_originals() {
        assumeTrue(!recordings.isEmpty());
        assertThat(recordings).hasSize(RECORDED);
        assertThat(recordings).extracting(Recording::name).containsAll(OTHER_STATUS.keySet());
        return recordings.stream()
                .map(recording -> DynamicTest.dynamicTest(recording.name(), () -> compare(recording)));
    }

    private void compare(Recording theirs) {
        HttpResponse<String> ours = theirs.ask(api);
        if (WITHOUT_ERRATA_TOOL.containsKey(theirs.name())) {
            assertThat(ours.statusCode()).isEqualTo(WITHOUT_ERRATA_TOOL.get(theirs.name()));
        } else if (theirs.name().equals(METRICS)) {
            assertThat(ours.statusCode()).isEqualTo(200);
        } else {
            assertThat(ours.statusCode()).isEqualTo(OTHER_STATUS.getOrDefault(theirs.name(), theirs.status()));
            assertThat(ours.headers().firstValue("Location").orElse("")).isEqualTo(theirs.header("Location"));
            if (theirs.status() != 308) compareBodies(theirs, ours);
        }
    }

    private void compareBodies(Recording theirs, HttpResponse<String> ours) {
        assertThat(ours.headers().firstValue("Content-Type")).contains(theirs.header("Content-Type"));
        JsonNode comparable = asTheirs(theirs.name(), api.json(ours));
        if (theirs.name().contains("async-builds") && theirs.status() == 200)
            withTheirIds((ObjectNode) comparable, theirs);
        assertThat(comparable).isEqualTo(asOurs(theirs));
    }

    /** What each Event has of its own. */
    private static void withTheirIds(ObjectNode ours, Recording theirs) {
        assertThat(ours.path("message_id").asString()).startsWith("async_build_");
        assertThat(ours.path("search_key")).isEqualTo(ours.path("message_id"));
        for (String field : List.of("id", "message_id", "search_key", "time_created", "url")) {
            ours.set(field, theirs.json().path(field));
        }
    }

    /** Differences on purpose inside an answer. */
    private static JsonNode asTheirs(String name, JsonNode ours) {
        if (name.endsWith("_about") && name.contains("GET")) ((ObjectNode) ours).put("version", "unknown");
        if (name.contains("state_complete_state_failed")) {
            ObjectNode meta = (ObjectNode) ours.path("meta"); // ours keeps every value of a repeated argument
            for (String link : List.of("first", "last")) {
                meta.put(link, meta.path(link).asString().replace("&state=failed", ""));
            }
        }
        return ours;
    }

    private static JsonNode asOurs(Recording recording) {
        JsonNode theirs = recording.json();
        if (OTHER_STATUS.containsKey(recording.name())) {
            int status = OTHER_STATUS.get(recording.name());
            ((ObjectNode) theirs)
                    .put("status", status)
                    .put("error", HttpStatus.valueOf(status).getReasonPhrase());
        }
        if (recording.name().equals(WITHOUT_PYXIS)) ((ObjectNode) theirs).put("message", NO_PYXIS);
        if (theirs.path("state_name").asString("").equals("CANCELED")) afterCancel((ObjectNode) theirs);
        return theirs;
    }

    /** Theirs have lost the order of their ids, and say nothing of a build that ran. */
    private static void afterCancel(ObjectNode event) {
        List<JsonNode> sorted = event.path("builds")
                .valueStream()
                .sorted(Comparator.comparing(build -> build.path("id").asInt()))
                .toList();
        event.putArray("builds").addAll(sorted);
        ((ObjectNode) sorted.get(2)).put("state_reason", "Build canceled in external build system.");
    }

    private Recording one(String name) {
        return recordings.stream()
                .filter(recording -> recording.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
