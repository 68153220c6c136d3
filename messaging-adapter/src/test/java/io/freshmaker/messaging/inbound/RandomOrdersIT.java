package io.freshmaker.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.testing.EmbeddedTestBroker;
import io.freshmaker.messaging.testing.SharedMessages;
import io.freshmaker.messaging.testing.Wired;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** All real messages through broker and database, in fifty orders: each ends as the table of outcomes says, none is lost. */
@Execution(ExecutionMode.CONCURRENT)
class RandomOrdersIT {

    private static final int ORDERS = 50;

    @Test
    void in_whatever_order_the_messages_come_each_has_its_outcome() throws Exception {
        SharedMessages shared = SharedMessages.orSkip();
        Map<String, String> outcomes = table();
        try (InboundWorld world = new InboundWorld(EmbeddedTestBroker.inMemory()).started()) {
            world.broker.bindEverything();
            for (int seed = 0; seed < ORDERS; seed++) {
                List<String> paths = new ArrayList<>(shared.paths());
                Collections.shuffle(paths, new Random(seed));
                world.broker.publish(
                        paths.stream().map(path -> unique(shared, path)).toArray(Wired[]::new));
                checkOutcomes(world, outcomes, "seed " + seed);
            }
        }
    }

    private static void checkOutcomes(InboundWorld world, Map<String, String> outcomes, String seed) {
        var sql = world.database.sql();
        await(seed).atMost(Duration.ofSeconds(60)).until(() -> settled(world) == outcomes.size());

        Set<String> events = world.commands.stream()
                .map(command -> command.eventId().value())
                .collect(Collectors.toSet());
        Map<String, String> seen = new HashMap<>();
        sql.sql("select message_id, outcome, event_id from incoming_message where message_id is not null")
                .query(row -> {
                    String id = row.getString("message_id");
                    seen.put(id, row.getString("outcome"));
                    String event = row.getString("event_id");
                    if (event != null) assertThat(events).contains(event);
                });
        Map<String, String> expected = new HashMap<>(outcomes);
        expected.keySet().retainAll(seen.keySet());
        assertThat(seen).as(seed).isEqualTo(expected);
        for (String outcome : List.of("registered", "applied", "ignored", "parked")) { // also those without an id
            assertThat(world.rows(outcome)).as(seed).isEqualTo(count(outcomes, outcome));
        }
        assertThat(world.commands).as(seed).hasSize((int) count(outcomes, "registered"));
        for (long i = count(outcomes, "parked"); i > 0; i--) {
            assertThat(world.broker.take(Topology.PARKED)).as(seed).isNotNull();
        }
        sql.sql("truncate incoming_message").update();
        world.commands.clear();
        world.hints.clear();
    }

    private static long settled(InboundWorld world) {
        return world.rows("registered") + world.rows("applied") + world.rows("ignored") + world.rows("parked");
    }

    private static long count(Map<String, String> outcomes, String outcome) {
        return outcomes.values().stream().filter(outcome::equals).count();
    }

    /** Some of the files share an id; here the path is the id of those that have one. */
    private static Wired unique(SharedMessages shared, String path) {
        Wired wired = shared.wired(path);
        if (wired.messageId() != null) return new Wired(wired.routingKey(), path, wired.body());
        JsonNode file = shared.json(path);
        if (!file.has("msg_id")) return wired;
        return Wired.bare(wired.routingKey(), null, ((ObjectNode) file).put("msg_id", path));
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> outcomes = new HashMap<>();
        try (var table = RandomOrdersIT.class.getResourceAsStream("/conformance/outcomes.csv")) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(row -> row.split(",", -1))
                    .forEach(row -> outcomes.put(row[0], row[1]));
        }
        return outcomes;
    }
}
