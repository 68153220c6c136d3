package io.freshmaker.query.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The command side is played by the test: it cancels what is not canceled yet. */
@RunningQuerySide
class CancelResourceIT {

    private static final String CANCEL = "{\"action\":\"cancel\"}";

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    CommandBus bus;

    private final Story story = Story.registered();
    private Registration handler = () -> true;
    private String factId = "";

    @BeforeEach
    void the_command_side_is_there() {
        facts.store(story.told());
        handler = bus.subscribe(CancelEvent.class.getName(), command -> {
            assertThat(((CancelEvent) command.getPayload()).eventId()).isEqualTo(story.event());
            if (!factId.isEmpty()) throw new IllegalTransition("Event %d is CANCELED".formatted(story.number()));
            List<Story.Told> known = story.told();
            factId = facts.publish(story.canceled().told().subList(known.size(), known.size() + 1))
                    .getLast();
            return "canceled";
        });
    }

    @AfterEach
    void the_command_side_goes() {
        handler.cancel();
    }

    @Test
    void a_canceled_event_is_answered_in_full_with_the_id_of_its_fact() {
        HttpResponse<String> answer = api.patch("/api/1/events/" + story.number(), CANCEL);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode event = api.json(answer);
        assertThat(event.path("state_name").asString()).isEqualTo("CANCELED");
        assertThat(event.path("state_reason").asString())
                .isEqualTo("Event id %d requested for canceling by user None", story.number());
        assertThat(event.has("builds")).isTrue();
        assertThat(answer.headers().firstValue("Freshmaker-Fact")).contains(factId);
        assertThat(api.get("/api/1/events/%d?seen=%s".formatted(story.number(), factId))
                        .headers()
                        .firstValue("Freshmaker-Seen"))
                .contains("true");
    }

    @Test
    void a_reason_is_kept_beside_the_fact_and_shown_in_the_history() {
        String path = "/api/3/events/" + story.number();

        HttpResponse<String> answer =
                api.patch(path, "{\"action\":\"cancel\",\"reason\":\" The <b>wrong</b> update \"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode items = api.json(path + "/history?builds=false").path("items");
        JsonNode canceled = items.path(items.size() - 1);
        assertThat(canceled.path("id").asString()).isEqualTo(factId);
        assertThat(canceled.path("reason").asString()).isEqualTo("The <b>wrong</b> update");
        assertThat(canceled.path("data").toString()).doesNotContain("wrong");
        assertThat(items.path(0).has("reason")).isFalse();
    }

    @Test
    void a_reason_that_cannot_be_kept_cancels_nothing() {
        String path = "/api/3/events/" + story.number();
        for (String reason : List.of("\"" + "x".repeat(501) + "\"", "7", "\"a\\u0000b\"", "\"\\ud800\"")) {
            HttpResponse<String> answer = api.patch(path, "{\"action\":\"cancel\",\"reason\":" + reason + "}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(api.json(answer).path("detail").asString())
                    .isEqualTo("'reason' must be text of at most 500 characters.");
        }
        assertThat(factId).isEmpty();
    }

    @Test
    void a_second_cancel_is_refused_with_the_reason_in_the_form_of_its_api() {
        api.patch("/api/3/events/" + story.number(), CANCEL);

        HttpResponse<String> original = api.patch("/api/2/events/" + story.number(), CANCEL);
        HttpResponse<String> ours = api.patch("/api/3/events/" + story.number(), CANCEL);

        String reason = "Event %d is CANCELED".formatted(story.number());
        assertThat(original.statusCode()).isEqualTo(400);
        assertThat(original.body())
                .isEqualTo("{\"status\":400,\"error\":\"Bad Request\",\"message\":\"" + reason + "\"}");
        assertThat(ours.statusCode()).isEqualTo(409);
        assertThat(ours.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(api.json(ours).path("detail").asString()).isEqualTo(reason);
    }

    @Test
    void mistakes_are_answered_with_the_originals_texts() {
        String path = "/api/1/events/" + story.number();
        assertThat(message(api.patch(path, "{}")))
                .isEqualTo("Missing action in request. Don't know what to do with the event.");
        assertThat(message(api.patch(path, "[]"))).startsWith("Missing action");
        assertThat(message(api.patch(path, ""))).startsWith("Missing action");
        assertThat(message(api.patch(path, "{\"action\":\"bogus\"}"))).isEqualTo("Unsupported action requested.");
        assertThat(message(api.patch(path, "{\"action\":{}}"))).isEqualTo("Unsupported action requested.");
        assertThat(api.patch(path, "not json").statusCode()).isEqualTo(400);
        assertThat(api.patch("/api/1/events/999999", CANCEL).statusCode()).isEqualTo(404);
        assertThat(factId).isEmpty();
    }

    @Test
    void without_a_command_side_the_answer_is_that_it_is_not_there() {
        handler.cancel();

        assertThat(api.patch("/api/1/events/" + story.number(), CANCEL).statusCode())
                .isEqualTo(503);
    }

    @Test
    void a_write_that_a_web_page_could_make_or_a_proxy_hands_on_is_refused() {
        String path = "/api/1/events/" + story.number();
        assertRefused(api.patch(path, CANCEL, "Origin", "https://evil.example.com"));
        assertRefused(api.patch(path, CANCEL, "Origin", "null"));
        assertRefused(api.patch(path, CANCEL, "Origin", "http://localhost:1"));
        assertRefused(api.patch(path, CANCEL, "X-Forwarded-For", "10.0.0.1"));
        assertRefused(api.patch(path, CANCEL, "Forwarded", "for=10.0.0.1"));
        assertRefused(api.send(api.request(path)
                .header("Content-Type", "text/plain")
                .method("PATCH", BodyPublishers.ofString(CANCEL))));
        assertRefused(api.send(api.request("/api/3/projections/events/replay").POST(BodyPublishers.noBody())));
        assertThat(factId).isEmpty();

        assertThat(api.patch(path, CANCEL, "Origin", "http://localhost:" + api.port())
                        .statusCode())
                .isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Writes ");
    }

    private String message(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        return api.json(answer).path("message").asString();
    }
}
