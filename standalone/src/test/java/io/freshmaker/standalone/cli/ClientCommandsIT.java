package io.freshmaker.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands against a server that answers what each test says. */
class ClientCommandsIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void events_are_a_table() {
        answers.add("""
            200 {"items": [{"id": 7, "state_name": "COMPLETE", "event_type_id": 5, "search_key": "FEDORA-1",
            "builds_summary": {"DONE": 3, "FAILED": 1, "total": 4}, "time_created": "2026-11-22T10:00:00Z", "state_reason": "Well."}]}\
            """);
        assertThat(run("events", "--state", "COMPLETE")).isZero();
        assertThat(requests).containsExactly("GET /api/2/events/?per_page=20&state=COMPLETE");
        assertThat(out.toString().lines())
                .containsExactly(
                        "ID  STATE     TYPE                            ABOUT     BUILDS  CREATED               REASON",
                        "7   COMPLETE  BodhiUpdateCompleteStableEvent  FEDORA-1  3/4     2026-11-22T10:00:00Z  Well.");
    }

    @Test
    void json_is_printed_as_it_came() {
        answers.add("200 {\"items\": []}");
        assertThat(run("builds", "--json")).isZero();
        assertThat(out.toString().replaceAll("\\s", "")).isEqualTo("{\"items\":[]}");
    }

    @Test
    void what_is_not_found_is_said_in_the_words_of_the_answer() {
        answers.add("404 {\"status\": 404, \"error\": \"Not Found\", \"message\": \"No such build found.\"}");
        assertThat(run("build", "99")).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("freshmaker: No such build found.");
    }

    @Test
    void a_cancel_is_a_patch_in_json_and_its_refusal_is_the_reason() {
        answers.add("409 {\"title\": \"Conflict\", \"detail\": \"Event 3 has ended.\"}");
        assertThat(run("cancel", "3")).isEqualTo(1);
        assertThat(requests).containsExactly("PATCH /api/3/events/3 application/json {\"action\": \"cancel\"}");
        assertThat(err.toString().lines()).containsExactly("freshmaker: Event 3 has ended.");
    }

    @Test
    void a_rebuild_is_asked_for_with_what_was_said() {
        answers.add("200 {\"id\": 7}");
        answers.add("200 {\"id\": 8}");
        answers.add("200 {\"id\": 9}");
        answers.add("400 {\"detail\": \"Events triggered by advisory 12 are running: [7].\"}");
        assertThat(run("rebuild", "--advisory=12")).isZero();
        assertThat(run(
                        "rebuild",
                        "--event=7",
                        "--image",
                        "a-1-1",
                        "--image",
                        "b-1-1",
                        "--dry-run",
                        "--force",
                        "--metadata",
                        "{\"skip_rebuilt\": false}"))
                .isZero();
        assertThat(run("rebuild", "--branch=main", "--target=t", "--image=a-container"))
                .isZero();
        assertThat(run("rebuild", "--advisory=12")).isEqualTo(1);
        assertThat(requests)
                .containsExactly(
                        "POST /api/3/builds application/json {\"errata_id\":12}",
                        "POST /api/3/builds application/json"
                                + " {\"freshmaker_event_id\":7,\"container_images\":[\"a-1-1\",\"b-1-1\"],"
                                + "\"dry_run\":true,\"force\":true,\"metadata\":{\"skip_rebuilt\":false}}",
                        "POST /api/3/async-builds application/json {\"dist_git_branch\":\"main\",\"brew_target\":\"t\","
                                + "\"container_images\":[\"a-container\"]}",
                        "POST /api/3/builds application/json {\"errata_id\":12}");
        assertThat(out.toString().lines().findFirst())
                .contains("Event 7 is registered; './freshmaker event 7' shows what it rebuilds.");
        assertThat(err.toString().lines())
                .containsExactly("freshmaker: Events triggered by advisory 12 are running: [7].");
    }

    @Test
    void a_replay_is_waited_for() {
        answers.add("202 {\"name\": \"events\"}");
        answers.add("200 [{\"name\": \"events\", \"head\": 10, \"replaying\": true,"
                + " \"replay\": {\"facts\": 0, \"of\": 10, \"percent\": 0, \"per_second\": null}}]");
        answers.add("200 [{\"name\": \"events\", \"head\": 10, \"replaying\": true,"
                + " \"replay\": {\"facts\": 5, \"of\": 10, \"percent\": 50, \"per_second\": 2,"
                + " \"estimated_end\": \"2026-08-01T10:00:02.5Z\"}}]");
        answers.add("200 [{\"name\": \"events\", \"position\": 10, \"head\": 10, \"replaying\": false}]");
        assertThat(run("replay", "events")).isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /api/3/projections/events/replay application/json",
                        "GET /api/3/projections",
                        "GET /api/3/projections",
                        "GET /api/3/projections");
        assertThat(err.toString().lines())
                .hasSize(2)
                .contains("Replaying events: 0 of 10 facts, 0%")
                .last()
                .asString()
                .matches("Replaying events: 5 of 10 facts, 50%, 2 per second, until about \\d\\d:\\d\\d:\\d\\d");
        assertThat(out.toString().lines()).containsExactly("Projection events has read all 10 facts again.");
    }

    @Test
    void parked_messages_are_a_table_and_one_is_shown_with_its_body() {
        answers.add("""
            200 {"items": [{"id": 7, "message_id": "m-1", "topic": "a.topic", "reason": "body: no JSON", "parkings": 1,
            "received_at": "2026-11-22T10:00:00Z"}], "next": null}\
            """);
        answers.add("200 {\"id\": 7, \"reason\": \"body: no JSON\", \"drop_reason\": null, \"body\": \"broken\"}");
        assertThat(run("parked", "--topic", "a.topic")).isZero();
        assertThat(run("parked", "7")).isZero();
        assertThat(requests).containsExactly("GET /api/3/parked?limit=20&topic=a.topic", "GET /api/3/parked/7");
        assertThat(out.toString().lines())
                .containsExactly(
                        "ID  RECEIVED              TOPIC    MESSAGE  PARKED  REASON",
                        "7   2026-11-22T10:00:00Z  a.topic  m-1      1x      body: no JSON",
                        "id           7",
                        "reason       body: no JSON",
                        "",
                        "broken");
    }

    @Test
    void a_parked_message_is_retried_or_dropped_with_a_reason() {
        answers.add("200 {\"now\": {\"id\": 7, \"outcome\": \"registered\", \"reason\": null}}");
        answers.add("200 {\"now\": {\"id\": 8, \"outcome\": \"dropped\", \"reason\": \"body: no JSON\"}}");
        answers.add("409 {\"detail\": \"Message 8 is not parked: it is dropped.\"}");
        assertThat(run("parked", "7", "--retry")).isZero();
        assertThat(run("parked", "8", "--drop", "--reason", "Their \"bug\".")).isZero();
        assertThat(run("parked", "8", "--retry")).isEqualTo(1);
        assertThat(requests)
                .containsExactly(
                        "POST /api/3/parked/7/retry application/json",
                        "POST /api/3/parked/8/drop application/json {\"reason\":\"Their \\\"bug\\\".\"}",
                        "POST /api/3/parked/8/retry application/json");
        assertThat(out.toString().lines())
                .containsExactly("Message 7 is registered.", "Message 8 is dropped: body: no JSON");
        assertThat(err.toString().lines()).containsExactly("freshmaker: Message 8 is not parked: it is dropped.");
    }

    @Test
    void all_parked_messages_are_retried_page_by_page() {
        answers.add("200 {\"retried\": 1000, \"refused\": 0, \"next\": 1234}");
        answers.add("200 {\"retried\": 5, \"refused\": 1, \"next\": null}");
        assertThat(run("parked", "--retry")).isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /api/3/parked/retry?after=0 application/json",
                        "POST /api/3/parked/retry?after=1234 application/json");
        assertThat(out.toString().lines()).containsExactly("Messages that are worked off anew: 1005");
    }

    @Test
    void what_cannot_be_meant_of_parked_messages_is_wrong_usage() {
        assertThat(run("parked", "--drop", "--reason", "x")).isEqualTo(2);
        assertThat(run("parked", "7", "--drop")).isEqualTo(2);
        assertThat(run("parked", "7", "--drop", "--retry", "--reason", "x")).isEqualTo(2);
        assertThat(run("parked", "7", "--reason", "x")).isEqualTo(2);
        assertThat(requests).isEmpty();
        assertThat(err.toString())
                .startsWith("freshmaker: --drop needs the ID of a message; 'freshmaker parked --help' shows");
    }

    @Test
    void types_are_three_lists() {
        answers.add("200 {\"items\": [{\"id\": 0, \"name\": \"First\"}]}");
        answers.add("200 {\"items\": [{\"id\": 1, \"name\": \"IMAGE\"}]}");
        answers.add("200 {\"items\": [{\"id\": 2, \"name\": \"FAILED\"}]}");
        assertThat(run("types")).isZero();
        assertThat(out.toString())
                .contains("event-types:", "  0   First", "build-types:", "  1   IMAGE", "build-states:");
    }

    private int run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of(
                "--url", "http://127.0.0.1:%d/".formatted(server.getAddress().getPort())));
        return CommandLines.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(
                    exchange.getRequestMethod().equals("GET") ? request : (request + " " + type + " " + body).strip());
            String[] answer = answers.removeFirst().split(" ", 2);
            byte[] bytes = answer[1].getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer[0]), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
