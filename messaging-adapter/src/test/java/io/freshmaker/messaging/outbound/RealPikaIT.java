package io.freshmaker.messaging.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.messaging.testing.EmbeddedTestBroker;
import io.freshmaker.messaging.testing.RealPika;
import io.freshmaker.messaging.testing.Wired;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Debian's pika on the embedded broker: what it publishes reaches us, what we publish it reads. */
class RealPikaIT {

    private static final String PUSH = "org.fedoraproject.prod.git.receive";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static PublisherHouse house;
    private static RealPika pika;

    @BeforeAll
    static void start() throws Exception {
        pika = RealPika.orSkip();
        house = new PublisherHouse(new EmbeddedTestBroker());
    }

    @AfterAll
    static void stop() {
        if (house != null) house.close();
    }

    @Test
    void a_message_with_the_properties_of_fedora_messaging_is_confirmed_stored_and_understood() {
        ObjectNode push = (ObjectNode) Wired.sample(PUSH);
        ((ObjectNode) push.at("/commit/stats")).putObject("files").putObject("README.md"); // nothing to rebuild
        ObjectNode message = JSON.createObjectNode().put("topic", PUSH).put("id", "of-a-python-client");
        message.putObject("headers")
                .put("fedora_messaging_schema", "base.message")
                .put("fedora_messaging_severity", 20)
                .put("sent-at", "2026-11-22T10:00:00+00:00");
        message.set("body", push);
        JdbcTemplate sql = house.house.bean(JdbcTemplate.class);
        await().untilAsserted(() -> assertThat(pika.talk(house.broker, message.toString(), "publish"))
                .containsExactly("confirmed")); // once it is bound

        await().until(() -> sql.queryForList("select outcome from incoming_message", String.class)
                .equals(List.of("ignored")));

        Map<String, @Nullable Object> row =
                sql.queryForMap("select message_id, topic, reason, headers from incoming_message");
        assertThat(row)
                .containsEntry("message_id", "of-a-python-client")
                .containsEntry("topic", PUSH)
                .containsEntry("reason", "GitReceiveParser: says nothing to us");
        assertThat(String.valueOf(row.get("headers")))
                .contains("\"fedora_messaging_severity\":20", "\"fedora_messaging_schema\":\"base.message\"");
    }

    @Test
    void all_that_we_publish_is_read_with_properties_and_headers_of_the_right_types() {
        int count = PublisherContract.MESSAGES_OF_EVENT + PublisherContract.MESSAGES_OF_BUILD;
        house.store(Story.of(1, 1));

        List<JsonNode> heard =
                pika.talk(house.broker, "", "consume", PublisherHouse.EAR, String.valueOf(count)).stream()
                        .map(RealPikaIT::json)
                        .toList();

        assertThat(heard).hasSize(count).allSatisfy(message -> {
            assertThat(message.get("types")).isEqualTo(json("""
                {"fedora_messaging_schema": "str", "fedora_messaging_severity": "int", "priority": "int",
                 "sent-at": "str"}
                """));
            assertThat(message.at("/properties/content_encoding").textValue()).isEqualTo("utf-8");
            assertThat(message.at("/properties/delivery_mode").intValue()).isEqualTo(2);
            assertThat(message.at("/properties/message_id").textValue()).isNotBlank();
        });
        assertThat(heard.stream()
                        .map(message -> message.at("/properties/headers/fedora_messaging_schema")
                                .textValue()))
                .containsOnly(
                        "freshmaker.domain.event.v1",
                        "freshmaker.event.state.changed.v1",
                        "freshmaker.event.state.changed.min.v1",
                        "freshmaker.build.state.changed.v1");
        assertThat(heard.getLast().at("/body/state_name").textValue()).isEqualTo("COMPLETE");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
