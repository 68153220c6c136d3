package io.freshmaker.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.messaging.inbound.parser.BusMessage;
import io.freshmaker.messaging.inbound.parser.MalformedMessage;
import io.freshmaker.messaging.testing.ConformanceTable;
import io.freshmaker.messaging.testing.SharedMessages;
import io.freshmaker.messaging.testing.UmbTestBroker;
import io.freshmaker.messaging.testing.Wired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every real message over AMQP 1.0, through the whole intake, against the same table as over RabbitMQ. */
class UmbConformanceIT {

    private final Map<String, String> table = ConformanceTable.read();

    @Test
    void every_real_message_comes_to_the_same() {
        SharedMessages shared = SharedMessages.orSkip();
        int sent = 0;
        try (InboundWorld world = new InboundWorld(new UmbTestBroker()).started()) {
            for (Map<String, Wired> round : withoutCommonIds(shared)) {
                world.broker.publish(round.values().toArray(Wired[]::new));
                int all = sent += round.size();
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> world.count("messaging_rx") == all && world.rows("received") == 0);
                assertThat(outcomes(world, round.keySet())).isEqualTo(expected(round.keySet()));
                world.database.sql().sql("delete from incoming_message").update();
            }
            assertThat(new TreeSet<>(world.commands.stream()
                            .map(command -> command.trigger().searchKey())
                            .toList()))
                    .isEqualTo(searchKeys());
        }
        assertThat(sent).isEqualTo(table.size()).isGreaterThan(370);
    }

    /** In rounds, because some of them share an id, and of those only the first counts, as on every bus. */
    private static List<Map<String, Wired>> withoutCommonIds(SharedMessages shared) {
        List<Map<String, Wired>> rounds = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String path : shared.paths()) {
            Wired message = shared.wired(path);
            String id = id(message);
            int round = id == null ? 0 : seen.merge(id, 1, Integer::sum) - 1;
            if (round == rounds.size()) rounds.add(new LinkedHashMap<>());
            rounds.get(round).put(path, message);
        }
        return rounds;
    }

    private Map<String, String> expected(Set<String> paths) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String path : paths) expected.put(path, column(path, 0));
        return expected;
    }

    private static @Nullable String id(Wired message) {
        try {
            return BusMessage.read(message.routingKey(), message.messageId(), message.body())
                    .id();
        } catch (MalformedMessage _) {
            return null;
        }
    }

    /** One queue keeps the order in which they were sent. */
    private static Map<String, String> outcomes(InboundWorld world, Set<String> paths) {
        var rows = world.database
                .sql()
                .sql("select outcome from incoming_message order by id")
                .query(String.class)
                .list()
                .iterator();
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (String path : paths) outcomes.put(path, rows.hasNext() ? rows.next() : "missing");
        assertThat(rows).isExhausted();
        return outcomes;
    }

    private Set<String> searchKeys() {
        Set<String> keys = new TreeSet<>();
        table.keySet().stream()
                .filter(path -> column(path, 0).equals("registered"))
                .forEach(path -> keys.add(column(path, 2)));
        return keys;
    }

    private String column(String path, int index) {
        return table.getOrDefault(path, "not in the table,,").split(",", -1)[index];
    }
}
