package io.freshmaker.messaging.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rabbitmq.client.AMQP.BasicProperties;
import io.freshmaker.messaging.bus.OutgoingMessage;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.testing.SharedMessages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What we publish, in form, against every message that the real fedora-messaging put on a wire. */
class FedoraMessagingFormTest {

    private static final String FRAMES = "peers/fedora-messaging/frames/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whom and what a message is about, and where its schema comes from: a message may have them. */
    private static final String OPTIONAL_HEADERS =
            "fedora_messaging_(schema_package|(user|rpm|container|flatpak|module)_.+)";

    private final List<OutgoingMessage> ours = Published.of(Story.of(1, 2));

    @Test
    void properties_and_headers_have_the_names_and_types_of_those_of_every_frame() {
        SharedMessages shared = SharedMessages.orSkip();
        List<String> frames =
                shared.paths().stream().filter(path -> path.startsWith(FRAMES)).toList();
        assertThat(frames).hasSizeGreaterThan(90);

        for (String frame : frames) {
            JsonNode properties = shared.json(frame).get("properties");
            for (OutgoingMessage message : ours) {
                assertThat(form(json(message.properties()))).as(frame).isEqualTo(form(properties));
            }
        }
    }

    @Test
    void values_that_are_the_same_in_every_frame_are_the_same_in_ours() {
        SharedMessages shared = SharedMessages.orSkip();
        for (String frame : shared.paths()) {
            if (!frame.startsWith(FRAMES)) continue;
            JsonNode properties = shared.json(frame).get("properties");
            for (OutgoingMessage message : ours) {
                JsonNode own = json(message.properties());
                assertThat(own.get("content_encoding")).isEqualTo(properties.get("content_encoding"));
                assertThat(own.get("delivery_mode")).isEqualTo(properties.get("delivery_mode"));
                if (message.exchange().equals(Topology.BUS)) { // a CloudEvent says that it is one
                    assertThat(own.get("content_type")).isEqualTo(properties.get("content_type"));
                }
                assertThat(shape(own.at("/headers/sent-at"))).isEqualTo(shape(properties.at("/headers/sent-at")));
            }
        }
    }

    @Test
    void the_numbers_are_of_the_type_that_a_python_client_sends() {
        for (OutgoingMessage message : ours) {
            Map<String, Object> headers = message.properties().getHeaders();
            assertThat(headers.get("fedora_messaging_severity")).isEqualTo(20);
            assertThat(headers.get("priority")).isEqualTo(0);
        }
    }

    @Test
    void the_schema_is_named_after_the_topic() {
        assertThat(ours.stream()
                        .filter(message -> message.exchange().equals(Topology.BUS))
                        .map(message -> message.routingKey().replace("org.fedoraproject.prod.", "") + ".v1"))
                .isEqualTo(ours.stream()
                        .filter(message -> message.exchange().equals(Topology.BUS))
                        .map(message -> message.properties().getHeaders().get("fedora_messaging_schema"))
                        .toList());
    }

    /** The name of each property and header with the type of its value. The property priority is there when the header is not 0. */
    private static Map<String, JsonNodeType> form(JsonNode properties) {
        Map<String, JsonNodeType> form = new TreeMap<>();
        properties.properties().forEach(property -> {
            if (!property.getValue().isNull() && !property.getKey().equals("priority")) {
                form.put(property.getKey(), property.getValue().getNodeType());
            }
        });
        properties.get("headers").properties().forEach(header -> {
            if (!header.getKey().matches(OPTIONAL_HEADERS)) {
                form.put("header " + header.getKey(), header.getValue().getNodeType());
            }
        });
        int priority = properties.at("/headers/priority").intValue();
        assertThat(properties.path("priority").intValue()).isEqualTo(priority);
        return form;
    }

    private static String shape(JsonNode time) {
        return time.textValue().replaceAll("[0-9]", "9");
    }

    /** Written as the frames were: every property by its name, null where it is not set. */
    private static JsonNode json(BasicProperties properties) {
        ObjectNode json = JSON.createObjectNode();
        put(json, "content_type", properties.getContentType());
        put(json, "content_encoding", properties.getContentEncoding());
        put(json, "headers", properties.getHeaders());
        put(json, "delivery_mode", properties.getDeliveryMode());
        put(json, "priority", properties.getPriority());
        put(json, "correlation_id", properties.getCorrelationId());
        put(json, "reply_to", properties.getReplyTo());
        put(json, "expiration", properties.getExpiration());
        put(json, "message_id", properties.getMessageId());
        put(json, "timestamp", properties.getTimestamp());
        put(json, "type", properties.getType());
        put(json, "user_id", properties.getUserId());
        put(json, "app_id", properties.getAppId());
        put(json, "cluster_id", properties.getClusterId());
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        json.set(name, JSON.valueToTree(value));
    }
}
