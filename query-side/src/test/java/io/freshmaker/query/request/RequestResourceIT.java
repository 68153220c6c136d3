package io.freshmaker.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.value.EventId;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import io.freshmaker.query.testing.Story.Told;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Requests for rebuilds (spec §10.5, §19.8 H1 to H5). The command side is played by the test: it registers what it is told to. */
@RunningQuerySide
class RequestResourceIT {

    private static final String ASYNC = "/api/2/async-builds/";
    private static final String BUILDS = "/api/1/builds/";
    private static final AtomicLong ADVISORIES = new AtomicLong(70_000);

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    CommandBus bus;

    private final long advisory = ADVISORIES.incrementAndGet();
    private Registrar commandSide;

    @BeforeEach
    void the_command_side_is_there() {
        commandSide = new Registrar(bus, facts);
    }

    @AfterEach
    void the_command_side_goes() {
        commandSide.close();
    }

    @Test
    void a_request_is_an_event_when_the_answer_comes() {
        HttpResponse<String> answer = post("""
            {"errata_id": %d, "container_images": ["foo-1-1", "bar-1-1"], "metadata": {"foo": ["bar"]}}\
            """);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode event = api.json(answer);
        assertThat(event.path("message_id").asString()).startsWith("manual_rebuild_");
        assertThat(event.path("event_type_id").asInt()).isEqualTo(13);
        assertThat(event.path("search_key").asString()).isEqualTo(String.valueOf(advisory));
        assertThat(event.path("state_name").asString()).isEqualTo("INITIALIZED");
        assertThat(event.path("requested_rebuilds").toString()).isEqualTo("[\"foo-1-1\",\"bar-1-1\"]");
        assertThat(event.path("requester_metadata").toString()).isEqualTo("{\"foo\":[\"bar\"]}");
        assertThat(event.path("requester").isNull()).isTrue();
        assertThat(event.path("builds").isArray()).isTrue();
        assertThat(api.json("/api/1/events/" + event.path("id"))).isEqualTo(event);
        assertThat(answer.headers().firstValue("Freshmaker-Fact")).isPresent();
    }

    @Test
    void ours_answers_in_short_form() {
        JsonNode event = api.json(api.postBody("/api/3/builds", "{\"errata_id\": %d}".formatted(advisory)));

        assertThat(event.path("builds_summary").path("total").asInt()).isZero();
        assertThat(event.has("builds")).isFalse();
    }

    @Test
    void while_an_event_of_the_advisory_runs_another_one_must_be_forced() {
        int first = api.json(post("{\"errata_id\": %d}")).path("id").asInt();

        HttpResponse<String> second = post("{\"errata_id\": %d}");

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(message(second))
                .isEqualTo("Events triggered by advisory %d are running: [%d]. If you want to rebuild it anyway, use"
                                .formatted(advisory, first)
                        + " \"force\": true option.");
        assertThat(post("{\"errata_id\": %d, \"force\": true}").statusCode()).isEqualTo(200);
        assertThat(commandSide.registered).hasSize(2);
    }

    @Test
    void a_dry_run_is_in_nobodys_way_and_an_event_that_has_ended_is_not_either() {
        JsonNode rehearsal = api.json(post("{\"errata_id\": %d, \"dry_run\": true}"));
        assertThat(rehearsal.path("dry_run").asBoolean()).isTrue();

        HttpResponse<String> real = post("{\"errata_id\": %d}");
        assertThat(real.statusCode()).isEqualTo(200);
        facts.store(new Told(
                new EventSkipped(
                        commandSide.registered.get(1).eventId(),
                        Reason.of(ReasonCode.NO_IMAGES, "name", "RHSA"),
                        List.of()),
                Instant.now()));

        assertThat(post("{\"errata_id\": %d}").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_sent_again_with_its_key_is_the_same_event_and_another_request_with_it_is_refused() {
        String body = "{\"errata_id\": %d, \"container_images\": [\"foo-1-1\"]}";
        JsonNode first = api.json(post(body, "Idempotency-Key", "mine"));

        assertThat(api.json(post(body, "Idempotency-Key", "mine"))).isEqualTo(first);
        HttpResponse<String> other = post("{\"errata_id\": %d}", "Idempotency-Key", "mine");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(message(other)).isEqualTo("The header Idempotency-Key was sent before, with another request.");
        assertThat(post(body, "Idempotency-Key", "x".repeat(256)).statusCode()).isEqualTo(400);
        assertThat(commandSide.registered).hasSize(1);
    }

    @Test
    void an_event_that_is_built_upon_lends_its_advisory_and_each_shows_the_other() {
        int first = eventOf(new AdvisoryReady(advisory, "SHIPPED_LIVE"));
        String body = "{\"freshmaker_event_id\": " + first + ", \"container_images\": [\"foo-1-1\"], \"force\": true}";

        JsonNode second = api.json(api.postBody(BUILDS, body));

        assertThat(second.path("search_key").asString()).isEqualTo(String.valueOf(advisory));
        assertThat(second.path("depends_on_events").toString()).isEqualTo("[" + first + "]");
        assertThat(api.json("/api/1/events/" + first).path("depending_events").toString())
                .isEqualTo("[" + second.path("id") + "]");
    }

    @Test
    void an_event_that_cannot_be_built_upon_is_named() {
        int first = eventOf(new AdvisoryReady(advisory, "SHIPPED_LIVE"));
        Story update = Story.registered();
        facts.store(update.told());

        assertThat(complaint("{\"freshmaker_event_id\": 2000000000}"))
                .isEqualTo("The provided \"freshmaker_event_id\" is invalid.");
        assertThat(complaint("{\"freshmaker_event_id\": %d, \"errata_id\": 1}".formatted(first)))
                .isEqualTo("The provided \"errata_id\" doesn't match the Advisory ID associated with the input"
                        + " \"freshmaker_event_id\".");
        assertThat(complaint("{\"freshmaker_event_id\": %d}".formatted(update.number())))
                .isEqualTo("The event (id=%d) is about no advisory, can not be used for this build."
                        .formatted(update.number()));
        assertThat(commandSide.registered).isEmpty();
    }

    @Test
    void of_many_that_ask_at_once_one_is_heard() throws Exception {
        List<Callable<Integer>> requests = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(
                        _ -> () -> post("{\"errata_id\": %d}").statusCode())
                .toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = threads.invokeAll(requests).stream()
                    .map(answer -> answer.resultNow())
                    .sorted()
                    .toList();

            assertThat(answers).startsWith(200, 400).endsWith(400).hasSize(8);
        }
        assertThat(commandSide.registered).hasSize(1);
    }

    @Test
    void without_a_command_side_nothing_is_done_and_the_answer_says_so() {
        commandSide.close();

        assertThat(post("{\"errata_id\": %d}").statusCode()).isEqualTo(503);
        assertThat(api.json("/api/1/events/?search_key=" + advisory)
                        .path("meta")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void a_request_by_branch_has_its_own_id_as_its_search_key_and_follows_only_such_ones() {
        String body = "{\"dist_git_branch\": \"main\", \"container_images\": [\"foo-1-1\", \"bar-1-1\"]%s}";
        JsonNode event = api.json(api.postBody(ASYNC, body.formatted("")));
        assertThat(event.path("event_type_id").asInt()).isEqualTo(14);
        assertThat(event.path("message_id").asString()).startsWith("async_build_");
        assertThat(event.path("search_key")).isEqualTo(event.path("message_id"));
        assertThat(event.path("requested_rebuilds").toString())
                .isEqualTo("[\"foo-1-1-container\",\"bar-1-1-container\"]");

        JsonNode next = api.json(api.postBody(ASYNC, body.formatted(", \"freshmaker_event_id\": " + event.path("id"))));
        assertThat(next.path("depends_on_events").toString()).isEqualTo("[" + event.path("id") + "]");

        assertThat(complaint("{\"freshmaker_event_id\": %d}"
                        .formatted(event.path("id").asInt())))
                .isEqualTo("The event (id=%d) is an async build event, can not be used for this build."
                        .formatted(event.path("id").asInt()));
        int advised = eventOf(new AdvisoryReady(advisory, "SHIPPED_LIVE"));
        HttpResponse<String> refused = api.postBody(ASYNC, body.formatted(", \"freshmaker_event_id\": " + advised));
        assertThat(message(refused)).isEqualTo("The event (id=%d) is not an async build event.".formatted(advised));
        assertThat(message(api.postBody(ASYNC, "{\"dist_git_branch\": \"main\"}")))
                .isEqualTo("\"dist_git_branch\" and \"container_images\" are required in the request for async builds");
    }

    private int eventOf(AdvisoryReady trigger) {
        int number = Registrar.freeNumber();
        EventId event = trigger.eventId();
        facts.store(new Told(new EventRegistered(event, number, "told-" + number, trigger), Instant.now()));
        return number;
    }

    private String complaint(String body) {
        HttpResponse<String> answer = api.postBody(BUILDS, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        return message(answer);
    }

    private String message(HttpResponse<String> answer) {
        return api.json(answer).path("message").asString();
    }

    private HttpResponse<String> post(String body, String... headers) {
        return api.send(api.request(BUILDS, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.formatted(advisory))));
    }
}
