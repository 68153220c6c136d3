package io.freshmaker.standalone.cli;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One message to publish, read from a file in one of the two forms of contract §2. */
record BusMessage(String id, String topic, BasicProperties properties, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PERSISTENT = 2;

    /**
     * Reads a fedmsg envelope ({@code topic}, {@code msg_id}, {@code msg}), which is published as it is, or a message in
     * the manner of fedora-messaging ({@code topic}, {@code id}, {@code headers}, {@code body}), whose body is published bare.
     *
     * @param name of the file, for what is said about it
     */
    static BusMessage read(String name, String text) {
        JsonNode file = parse(name, text);
        String topic = text(name, file, "topic");
        if (file.has("body")) {
            return bare(text(name, file, "id"), topic, file);
        }
        if (file.has("msg")) {
            return new BusMessage(
                    Text.first(file, "msg_id"), topic, persistent().build(), text.getBytes(StandardCharsets.UTF_8));
        }
        throw new CommandFailed(
                "%s has neither 'msg' (a fedmsg envelope) nor 'body' (a message of fedora-messaging).".formatted(name));
    }

    /** The same message with an id, and an update, that no other has, so that it is not taken for what was there before. */
    static BusMessage readAfresh(String name, String text) {
        if (!(parse(name, text) instanceof ObjectNode message)) {
            throw new CommandFailed("%s is not a JSON object.".formatted(name));
        }
        String fresh = UUID.randomUUID().toString();
        message.put(message.has("body") ? "id" : "msg_id", "demo-" + fresh);
        if (message.path(message.has("body") ? "body" : "msg").path("update") instanceof ObjectNode update) {
            update.put("updateid", "FEDORA-DEMO-" + fresh.substring(0, 8));
        }
        return read(name, message.toString());
    }

    /** A dry run of the message, which is not taken for one that was there before, however often it is published. */
    static BusMessage readDryRun(String name, String text) {
        if (!(parse(name, text) instanceof ObjectNode message)) {
            throw new CommandFailed("%s is not a JSON object.".formatted(name));
        }
        String id = message.has("body") ? "id" : "msg_id";
        String fresh = UUID.randomUUID().toString().substring(0, 8);
        message.put(id, message.path(id).asString("") + "." + fresh);
        return read(name, message.toString()).with("freshmaker-dry-run", true);
    }

    private BusMessage with(String header, Object value) {
        Map<String, Object> headers = new HashMap<>();
        if (properties.getHeaders() != null) headers.putAll(properties.getHeaders());
        headers.put(header, value);
        return new BusMessage(id, topic, properties.builder().headers(headers).build(), body);
    }

    private static BusMessage bare(String id, String topic, JsonNode file) {
        Map<String, Object> headers = file.path("headers")
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> plain(header.getValue())));
        return new BusMessage(
                id,
                topic,
                persistent().messageId(id).headers(headers).build(),
                file.path("body").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Object plain(JsonNode value) {
        return value.isIntegralNumber() ? value.asLong() : value.asString(value.toString());
    }

    private static BasicProperties.Builder persistent() {
        return new BasicProperties.Builder()
                .contentType("application/json")
                .contentEncoding("utf-8")
                .deliveryMode(PERSISTENT);
    }

    private static JsonNode parse(String name, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new CommandFailed("%s is not JSON: %s.".formatted(name, e.getOriginalMessage()), e);
        }
    }

    private static String text(String name, JsonNode file, String field) {
        String text = file.path(field).isString() ? file.path(field).asString() : "";
        if (text.isBlank()) {
            throw new CommandFailed("%s has no '%s': a text is expected there.".formatted(name, field));
        }
        return text;
    }
}
