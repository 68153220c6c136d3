package io.freshmaker.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.Heard;
import io.freshmaker.query.testing.RunningWithLogins;
import io.freshmaker.query.testing.RunningWithLogins.World;
import io.freshmaker.query.testing.Secure;
import io.freshmaker.query.testing.Story;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is asked, without a right nothing is changed, nothing breaks and nothing is told ({@link Attacks}, {@link ForgedLogins}). */
@RunningWithLogins
class FuzzIT {

    /** Each row of what a write leaves behind. */
    private static final String TRACES = """
        select (select count(*) from domain_event) as facts,
               (select count(*) from actor) as actors,
               (select count(*) from replay_request) as replays
        """;

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    JdbcClient sql;

    private Secure somebody;
    private List<String> logins;

    @BeforeEach
    void something_is_there_to_be_attacked() {
        somebody = new Secure(api.port(), World.AUTHORITY, null);
        logins = ForgedLogins.of(World.ISSUER);
        facts.publish(Story.registered().with("base").planned().told());
    }

    @Test
    void some_thousand_requests_break_nothing_change_nothing_and_learn_nothing() {
        attack(2_000);
    }

    @Test
    @Tag("soak")
    void a_hundred_thousand_requests_break_nothing_change_nothing_and_learn_nothing() {
        attack(100_000);
    }

    private void attack(int requests) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("Seed of the random requests (-Dseed=…): " + seed);
        Random random = new Random(seed);
        Map<String, @Nullable Object> before = sql.sql(TRACES).query().singleRow();
        try (Heard heard = Heard.everything()) {
            for (int i = 0; i < requests; i++) {
                HttpRequest.Builder request = random(random);
                check(request.build(), somebody.send(request));
            }
            assertThat(heard.lines()).noneMatch(line -> Attacks.UNHEARD.stream().anyMatch(line::contains));
        }
        assertThat(sql.sql(TRACES).query().singleRow()).isEqualTo(before);
    }

    private static void check(HttpRequest request, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s %s", request, request.headers()).isLessThan(500);
        boolean isRead = List.of("GET", "HEAD", "OPTIONS").contains(request.method());
        if (!isRead) assertThat(answer.statusCode()).as("%s", request).isBetween(400, 499);
        if (answer.statusCode() < 400) return;
        String all = answer.body() + answer.headers().map();
        assertThat(Attacks.LEAKS).as("%s: %s", request, all).noneMatch(all::contains);
    }

    @Test
    void what_is_not_even_http_is_refused() throws IOException {
        for (String request : List.of(
                "GET /api/1/events/?state=%zz HTTP/1.1",
                "GET /api/1/events/?state=[ HTTP/1.1",
                "GET /api/1/events/%2e%2e%2f HTTP/1.1",
                "PATCH //api/1/events/1 HTTP/1.1",
                "PATCH /api/1/events/1;x HTTP/1.1",
                "GET /api/1/events/ HTTP/1.1\r\nX-Scheme: a\u0001b",
                "GET /api/1/events/ HTTP/1.1\r\nHost: evil",
                "TRACE /api/1/events/ HTTP/1.1",
                "PATCH http://evil.example.com/api/1/events/1 HTTP/1.1\r\n"
                        + "Authorization: Bearer a\r\n"
                        + "Authorization: Bearer b")) {
            String answer = raw(request);
            assertThat(answer.lines().findFirst().orElse("")).as(request).matches("HTTP/1.1 4\\d\\d .*");
            assertThat(Attacks.LEAKS).as("%s: %s", request, answer).noneMatch(answer::contains);
        }
    }

    private HttpRequest.Builder random(Random random) {
        StringBuilder path = new StringBuilder(one(Attacks.PATHS, random));
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append(path.indexOf("?") < 0 ? '?' : '&').append(one(Attacks.ARGUMENTS, random));
            path.append('=').append(one(Attacks.VALUES, random));
        }
        HttpRequest.Builder request = somebody.request(path.toString());
        for (int i = random.nextInt(3); i > 0; i--) {
            request.header(one(Attacks.HEADERS, random), one(Attacks.HEADER_VALUES, random));
        }
        if (random.nextBoolean()) request.setHeader("Content-Type", "application/json");
        if (random.nextInt(3) > 0) request.header("Authorization", one(logins, random));
        if (random.nextInt(8) == 0) signedByTheProxy(request);
        return request.method(one(Attacks.METHODS, random), BodyPublishers.ofString(one(Attacks.BODIES, random)));
    }

    /** Somebody who is logged in and has no role. */
    private static void signedByTheProxy(HttpRequest.Builder request) {
        request.setHeader("X-Proxy-Secret", World.PROXY_SECRET);
        request.setHeader("X-Remote-User", "john_smith@EXAMPLE.ORG");
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                somebody.context().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(5_000);
            String whole = request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
