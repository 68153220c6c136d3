package io.freshmaker.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever a request says, it is answered or refused, and nothing is half done: one Event for each 200, none for anything else. */
@RunningQuerySide
class FuzzedBodiesIT {

    private static final List<String> PATHS =
            List.of("/api/1/builds/", "/api/2/builds/", "/api/3/builds", "/api/1/async-builds/", "/api/3/async-builds");

    private static final List<String> FIELDS = List.of(
            "errata_id",
            "freshmaker_event_id",
            "container_images",
            "dry_run",
            "force",
            "metadata",
            "dist_git_branch",
            "brew_target",
            "bundle_related_image_overrides",
            "msg_id",
            "a field");

    private static final List<String> VALUES = List.of(
            "1",
            "77001",
            "0",
            "-1",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1.0",
            "1e400",
            "true",
            "false",
            "null",
            "\"\"",
            "\"main\"",
            "\"../main\"",
            "\"1\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"ünïcödé ✓\"",
            "[]",
            "[\"foo-1-1\"]",
            "[\"foo-container\"]",
            "[\"foo-1-1\", 7]",
            "[\"../foo-1-1\"]",
            "[[[[]]]]",
            "{}",
            "{\"skip_rebuilt\": false}",
            "{\"skip_rebuilt\": \"no\", \"\": null}",
            "{\"a\": {\"b\": [1.50, null, \"\\u0000\"]}}",
            "{\"a\": \"" + "x".repeat(9_000) + "\"}",
            "[".repeat(400) + "]".repeat(400));

    private static final List<String> NO_OBJECTS = List.of(
            "",
            "not json",
            "[]",
            "7",
            "null",
            "\"text\"",
            "{\"errata_id\": 1",
            "{\"errata_id\": 1}}",
            "{\"a\": 1, \"a\": 2}");

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    CommandBus bus;

    @Autowired
    JdbcClient sql;

    @Test
    void some_hundred_bodies_break_nothing() {
        send(800);
    }

    @Test
    @Tag("soak")
    void a_hundred_thousand_bodies_break_nothing() {
        send(100_000);
    }

    private void send(int count) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("Fuzzed bodies, seed " + seed);
        Random random = new Random(seed);
        long before = stored();
        int accepted = 0;
        try (Registrar commandSide = new Registrar(bus, facts)) {
            for (int i = 0; i < count; i++) {
                String path = one(PATHS, random);
                String body = body(random);
                HttpResponse<String> answer = api.postBody(path, body);
                assertThat(answer.statusCode())
                        .as("seed %d: %s %s: %s", seed, path, body, answer.body())
                        .isIn(200, 400);
                if (answer.statusCode() == 200) accepted++;
            }
            assertThat(commandSide.registered).as("registered, seed %d", seed).hasSize(accepted);
            assertThat(stored() - before).as("stored, seed %d", seed).isEqualTo(accepted);
        }
        assertThat(accepted).as("some are right, seed %d", seed).isPositive().isLessThan(count);
    }

    private static String body(Random random) {
        if (random.nextInt(20) == 0) return one(NO_OBJECTS, random);
        if (random.nextInt(8) == 0) return "{\"errata_id\": %d, \"force\": true}".formatted(1 + random.nextInt(9));
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(_ -> "\"%s\": %s".formatted(one(FIELDS, random), one(VALUES, random)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private long stored() {
        return sql.sql("select count(*) from domain_event").query(Long.class).single();
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
