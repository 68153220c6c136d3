package io.freshmaker.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing that can be asked breaks the server. */
@RunningQuerySide
class FuzzIT {

    private static final int REQUESTS = 3_000;
    private static final List<String> PATHS = List.of(
            "/",
            "/api",
            "/api/1/",
            "/api/1/events",
            "/api/1/events/",
            "/api/2/events/",
            "/api/1/events/1",
            "/api/2/events/-1",
            "/api/1/events/1/",
            "/api/3/events/1",
            "/api/3/events/1/graph",
            "/api/3/events/1/history",
            "/api/1/builds/",
            "/api/2/builds/1",
            "/api/1/builds/%00",
            "/api/3/builds/1/log",
            "/api/3/feed",
            "/api/3/projections",
            "/api/1/event-types/",
            "/api/1/build-types/9",
            "/api/2/build-states/00",
            "/api/1/about/",
            "/monitor/metrics",
            "/api/1/events/;x=1",
            "/api/3/projections/x/replay");
    private static final List<String> ARGUMENTS = List.of(
            "page",
            "per_page",
            "order_by",
            "state",
            "type",
            "name",
            "message_id",
            "search_key",
            "requester",
            "event_type_id",
            "event_id",
            "dep_on_id",
            "build_id",
            "original_nvr",
            "rebuilt_nvr",
            "event_search_key",
            "show_full_json",
            "seen",
            "after",
            "limit",
            "%00",
            "");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "-1",
            "77",
            "2147483647",
            "-2147483648",
            "99999999999999999999",
            "True",
            "complete",
            "%ef%bc%a6",
            "id",
            "-id",
            "-",
            "--id",
            "name",
            "a%27%20or%201=1--",
            "%00",
            "%ff%fe",
            "%F0%9F%92%A9",
            "%0d%0aX:y",
            "x".repeat(2_000),
            "1.5",
            "NaN",
            "%25",
            "null",
            "skipped",
            "%c4%b0mage");
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "GET", "HEAD", "PATCH", "POST", "DELETE", "PUT", "OPTIONS");
    private static final List<String> BODIES =
            List.of("", "{}", "[]", "null", "{\"action\":1}", "{\"action\":\"x\"}", "{", "\u0000");
    private static final List<String> HEADERS = List.of(
            "X-Forwarded-Host", "X-Scheme", "X-Script-Name", "Accept", "Origin", "Content-Type", "Accept-Language");
    private static final List<String> HEADER_VALUES = List.of(
            "",
            "*",
            "application/json",
            "text/html",
            "a b",
            "/x/../y",
            "ht tp",
            "\"><script>",
            "application/",
            "x/y;z");

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Test
    void no_request_is_answered_with_a_failure_of_ours() {
        long seed = System.nanoTime();
        System.out.println("Seed of the random requests: " + seed);
        Random random = new Random(seed);
        facts.store(Story.registered().with("base").planned().told());

        for (int i = 0; i < REQUESTS; i++) {
            HttpRequest request = random(random).build();
            HttpResponse<String> answer = api.send(HttpRequest.newBuilder(request, (_, _) -> true));
            assertThat(answer.statusCode()).as("%s", request).isLessThan(500);
        }
    }

    @Test
    void what_is_not_even_http_is_refused() throws IOException {
        assertThat(statusOf("GET /api/1/events/?state=%zz HTTP/1.1")).contains(" 400 ");
        assertThat(statusOf("GET /api/1/events/?state=[ HTTP/1.1")).contains(" 400 ");
        assertThat(statusOf("GET /api/1/events/%2e%2e%2f HTTP/1.1")).contains(" 400 ");
    }

    private HttpRequest.Builder random(Random random) {
        StringBuilder path = new StringBuilder(one(PATHS, random));
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append(path.indexOf("?") < 0 ? '?' : '&').append(one(ARGUMENTS, random));
            path.append('=').append(one(VALUES, random));
        }
        HttpRequest.Builder request = api.request(path.toString());
        if (random.nextInt(3) == 0) request.header(one(HEADERS, random), one(HEADER_VALUES, random));
        if (random.nextBoolean()) request.header("Content-Type", "application/json");
        return request.method(one(METHODS, random), BodyPublishers.ofString(one(BODIES, random)));
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private String statusOf(String requestLine) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(5_000);
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
