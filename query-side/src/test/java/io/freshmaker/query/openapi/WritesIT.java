package io.freshmaker.query.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.query.leftover.CommandSide;
import io.freshmaker.query.openapi.Document.Operation;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.Leftovers;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Writes are answered as {@code /api/3/openapi} says. */
@RunningQuerySide
class WritesIT {

    private static final String CANCEL = "{\"action\":\"cancel\"}";
    private static final String FOREIGN = "https://evil.example.com";
    private static final String WHY = "{\"reason\": \"Their bug.\"}";

    @Autowired
    Api api;

    @Autowired
    Facts facts;

    @Autowired
    Leftovers leftovers;

    @Autowired
    CommandBus bus;

    private Document document = new Document("{}");
    private Map<String, Object> ids = Map.of();
    private CommandSide commandSide;

    @BeforeEach
    void there_is_something_left_over() {
        leftovers.clear();
        leftovers.letter("letter-1", 0, "java.lang.IllegalStateException");
        ids = Map.of(
                "parked", leftovers.message("parked", "{}".getBytes(UTF_8), null),
                "failed-jobs", leftovers.job("event-1", null),
                "dead-letters", "letter-1");
        document = new Document(api.get("/api/3/openapi").body());
        commandSide = new CommandSide(bus, facts);
    }

    @AfterEach
    void nothing_is_left_over() {
        commandSide.close();
        leftovers.clear();
    }

    @TestFactory
    Stream<DynamicTest> every_decision_answers_as_it_says() {
        return ids.keySet().stream()
                .flatMap(kind -> Stream.of("/retry", "/drop").map(act -> "/api/3/" + kind + "/{id}" + act))
                .map(path -> DynamicTest.dynamicTest(path, () -> isAsDescribed(path)));
    }

    private void isAsDescribed(String path) {
        Operation operation = document.operation("POST " + path);
        String real = path.replace("{id}", String.valueOf(ids.get(path.split("/")[3])));

        document.require(operation, 200, api.postBody(real, WHY));
        document.require(operation, 400, api.postBody(real + "?nope=1", WHY));
        document.require(operation, 403, api.post(real, "Origin", FOREIGN));
        document.require(operation, 404, api.postBody(path.replace("{id}", "999999999"), WHY));
        commandSide.refusal = "Somebody was quicker.";
        document.require(operation, 409, api.postBody(real, WHY));
        commandSide.refusal = "";
        boolean drop = path.endsWith("drop");
        assertThat(operation.json().has("requestBody")).isEqualTo(drop);
        if (drop) document.require(operation, 400, api.post(real));
    }

    @Test
    void a_decision_without_a_command_side_is_answered_as_it_says() {
        commandSide.close();

        document.require(
                document.operation("POST /api/3/parked/{id}/retry"),
                503,
                api.post("/api/3/parked/%s/retry".formatted(ids.get("parked"))));
    }

    @Test
    void a_decision_about_all_answers_as_it_says() {
        Operation all = document.operation("POST /api/3/parked/retry");

        document.require(all, 200, api.post("/api/3/parked/retry?topic=a.topic&limit=1"));
        document.require(all, 200, api.post("/api/3/parked/retry?topic=another"));
        document.require(all, 400, api.post("/api/3/parked/retry?limit=0"));
        document.require(all, 403, api.post("/api/3/parked/retry", "Origin", FOREIGN));
    }

    @Test
    void a_replay_answers_as_it_says() {
        Operation replay = document.operation("POST /api/3/projections/{name}/replay");

        document.require(replay, 404, api.post("/api/3/projections/nope/replay"));
        document.require(replay, 403, api.post("/api/3/projections/events/replay", "Origin", FOREIGN));
        document.require(replay, 400, api.post("/api/3/projections/plan-view/replay?nope=1"));
        document.require(replay, 202, api.post("/api/3/projections/plan-view/replay"));
        facts.store(Story.registered().told());
    }

    @Test
    void a_cancel_answers_as_it_says() {
        Story story = Story.registered().with("base").planned();
        facts.store(story.told());
        Operation cancel = document.operation("PATCH /api/3/events/{id}");
        String path = "/api/3/events/" + story.number();

        document.require(cancel, 503, api.patch(path, CANCEL));
        Registration events = bus.subscribe(
                CancelEvent.class.getName(),
                _ -> facts.publish(story.canceled()
                        .told()
                        .subList(story.told().size() - 1, story.told().size())));
        document.require(cancel, 403, api.patch(path, CANCEL, "Origin", FOREIGN));
        document.require(cancel, 400, api.patch(path, "{}"));
        document.require(cancel, 404, api.patch("/api/3/events/999999999", CANCEL));
        document.require(cancel, 200, api.patch(path, CANCEL));
        events.cancel();
        events = bus.subscribe(CancelEvent.class.getName(), _ -> {
            throw new IllegalTransition("It has ended");
        });
        document.require(cancel, 409, api.patch(path, CANCEL));
        events.cancel();
    }

    @Test
    void every_write_but_a_replay_and_the_forgetting_of_a_person_answers_with_its_fact() {
        assertThat(document.operations().stream()
                        .filter(operation -> !operation.method().equals("GET"))
                        .filter(operation ->
                                !operation.json().at("/responses/200/headers").has("Freshmaker-Fact"))
                        .map(Operation::toString))
                .containsExactlyInAnyOrder("POST /api/3/projections/{name}/replay", "DELETE /api/3/actors/{id}");
    }

    @Test
    void what_needs_a_login_says_so() {
        assertThat(document.root().path("components").path("securitySchemes").has("bearer"))
                .isTrue();
        for (Operation operation : document.operations()) {
            boolean open = operation.method().equals("GET") && !operation.path().equals("/api/3/actors");
            assertThat(operation.json().has("security")).as("%s", operation).isNotEqualTo(open);
            assertThat(operation.answers(403)).as("%s", operation).isNotEqualTo(open);
            assertThat(operation.answers(401)).as("%s", operation).isTrue();
        }
    }
}
