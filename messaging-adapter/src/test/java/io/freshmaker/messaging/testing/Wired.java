package io.freshmaker.messaging.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message as it travels: what an AMQP delivery would carry. */
public record Wired(String routingKey, @Nullable String messageId, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As fedora-messaging sends it: bare body, id as a property. */
    public static Wired bare(String topic, @Nullable String id, JsonNode body) {
        return new Wired(topic, id, body.toString().getBytes(UTF_8));
    }

    /** As fedmsg sends it: everything in the body. */
    public static Wired envelope(String topic, String id, JsonNode body) {
        ObjectNode envelope = JSON.createObjectNode().put("topic", topic).put("msg_id", id);
        envelope.set("msg", body);
        return new Wired("bridged", null, envelope.toString().getBytes(UTF_8));
    }

    /** One of our own samples: the bare body of a message with this topic. */
    public static JsonNode sample(String topic) {
        try (InputStream sample = Wired.class.getResourceAsStream("/bus/" + topic + ".json")) {
            return JSON.readTree(Objects.requireNonNull(sample, topic));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
