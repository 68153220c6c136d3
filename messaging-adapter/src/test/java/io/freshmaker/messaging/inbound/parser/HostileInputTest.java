package io.freshmaker.messaging.inbound.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.messaging.testing.Parsers;
import io.freshmaker.messaging.testing.Wired;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is published: it is understood, ignored or broken, but never throws. Seeds are in the messages of failures. */
class HostileInputTest {

    private static final int ROUNDS = 1_000;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "123456789012345678901234567890",
            "\"\"",
            "\"$(x)\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[[[{}]]]",
            "{\"commit\":{}}",
            "\"" + "a".repeat(10_000) + "\"");

    static List<String> topics() {
        return List.of(
                "org.fedoraproject.prod.git.receive",
                "org.fedoraproject.prod.bodhi.update.complete.stable",
                "org.fedoraproject.prod.buildsys.task.state.change",
                "org.fedoraproject.prod.mbs.module.state.change",
                "org.fedoraproject.prod.odcs.compose.state-changed",
                "org.fedoraproject.prod.buildsys.tag",
                "org.fedoraproject.prod.buildsys.build.state.change",
                "VirtualTopic.eng.brew.task.failed",
                "VirtualTopic.eng.brew.sign.rpm",
                "VirtualTopic.eng.errata.activity.status",
                "VirtualTopic.eng.errata.activity.signing");
    }

    private final Interpreter interpreter = new Interpreter(Parsers.all());

    @ParameterizedTest
    @MethodSource("topics")
    void fields_that_are_replaced_or_removed_at_random_never_throw(String topic) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            JsonNode body = Wired.sample(topic);
            for (int i = 0; i <= random.nextInt(3); i++) mutate(body, random);
            Wired message = random.nextBoolean() ? Wired.bare(topic, "id", body) : Wired.envelope(topic, "id", body);
            check("seed " + seed, message);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void bodies_that_are_cut_or_have_flipped_bytes_never_throw(String topic) {
        byte[] whole = Wired.envelope(topic, "id", Wired.sample(topic)).body();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] broken = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int i = 0; i < random.nextInt(4) && broken.length > 0; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            check("seed " + seed, new Wired(topic, "id", broken));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"topic\":\"x.git.receive\",\"msg_id\":\"i\",\"msg\":{\"commit\":["})
    void bottomless_nesting_is_only_broken(String opening) {
        check(
                "nesting",
                new Wired("a.git.receive", "id", opening.repeat(200_000).getBytes(UTF_8)));
    }

    private void check(String what, Wired message) {
        assertThatCode(() -> interpreter.interpret(
                        () -> BusMessage.read(message.routingKey(), message.messageId(), message.body())))
                .as(what)
                .doesNotThrowAnyException();
    }

    private static void mutate(JsonNode body, Random random) {
        List<JsonNode> parents = new ArrayList<>();
        collect(body, parents);
        JsonNode parent = parents.get(random.nextInt(parents.size()));
        JsonNode value = Json.lenient(VALUES.get(random.nextInt(VALUES.size())));
        if (parent instanceof ArrayNode list) {
            list.insert(0, value);
        } else if (parent instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) object.remove(name);
            else object.set(name, value);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode()) parents.add(node);
        node.forEach(child -> collect(child, parents));
    }
}
