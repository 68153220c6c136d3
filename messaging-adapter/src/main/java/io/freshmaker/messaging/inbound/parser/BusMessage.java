package io.freshmaker.messaging.inbound.parser;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bus message of either wire form (contract §2), told apart by content: a fedmsg envelope has two of {@code topic}, {@code
 * msg_id} and {@code msg}, and what it says wins; anything else is the bare body of fedora-messaging. {@code id} is null where
 * there is none.
 */
public final class BusMessage {

    /** A header of ours: with {@code true} everything that the message leads to is planned and told, and nothing is built. */
    public static final String DRY_RUN = "freshmaker-dry-run";

    private static final String DRY_RUN_ID = "dry-run.";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final @Nullable String id;
    private final String topic;
    private final Field body;
    private final boolean dryRun;

    private BusMessage(@Nullable String id, String topic, Field body, boolean dryRun) {
        this.id = id;
        this.topic = topic;
        this.body = body;
        this.dryRun = dryRun;
    }

    /**
     * Reads what the bus delivered; {@code messageId} is the property of that name or the header {@code message-id}. Throws
     * {@link MalformedMessage} when it is not a JSON object or its id or topic are none.
     */
    public static BusMessage read(String routingKey, @Nullable String messageId, byte[] body) {
        Field whole = new Field("", object(body));
        return isEnvelope(whole) ? ofEnvelope(whole, routingKey, messageId) : ofBare(whole, routingKey, messageId);
    }

    /**
     * The same where {@link #DRY_RUN} says nothing or no; else a dry run of it, known by an id of its own, so that the message
     * itself can still come. What is neither yes nor no is malformed: nobody shall build by mistake.
     *
     * @param header null where there is none
     */
    public BusMessage orDryRun(@Nullable Object header) {
        String wanted = header == null ? "false" : header.toString().toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "false" -> this;
            case "true" -> new BusMessage(dryRunId(), topic, body, true);
            default -> throw new MalformedMessage("header " + DRY_RUN, "true or false", "'" + Escaped.of(wanted) + "'");
        };
    }

    private @Nullable String dryRunId() {
        return id == null ? null : ValueKind.MESSAGE_ID.check("message id of a dry run", DRY_RUN_ID + id);
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** What a redelivery can be known by; throws {@link MalformedMessage} when the message has none. */
    public String requiredId() {
        if (id == null) throw new MalformedMessage("id", ValueKind.MESSAGE_ID.toString(), "nothing");
        return id;
    }

    public @Nullable String id() {
        return id;
    }

    public String topic() {
        return topic;
    }

    Field body() {
        return body;
    }

    private static boolean isEnvelope(Field whole) {
        return Stream.of("topic", "msg_id", "msg").filter(whole.value()::has).count() >= 2;
    }

    private static BusMessage ofEnvelope(Field whole, String routingKey, @Nullable String messageId) {
        Field topic = whole.get("topic");
        return new BusMessage(
                envelopeId(whole, messageId),
                topic.isAbsent() ? checkedTopic(routingKey) : topic.text(ValueKind.TOPIC),
                whole.get("msg"),
                false);
    }

    private static BusMessage ofBare(Field whole, String routingKey, @Nullable String messageId) {
        return new BusMessage(checkedId(messageId), checkedTopic(routingKey), whole, false);
    }

    private static @Nullable String envelopeId(Field whole, @Nullable String messageId) {
        Field id = whole.get("msg_id");
        if (!id.isAbsent()) return id.text(ValueKind.MESSAGE_ID);
        Field headers = whole.get("headers");
        Field headerId = headers.isAbsent() ? Field.absent("headers.message-id") : headers.get("message-id");
        return headerId.isAbsent() ? checkedId(messageId) : headerId.text(ValueKind.MESSAGE_ID);
    }

    private static @Nullable String checkedId(@Nullable String messageId) {
        return messageId == null || messageId.isEmpty() ? null : ValueKind.MESSAGE_ID.check("message_id", messageId);
    }

    private static String checkedTopic(String routingKey) {
        if (routingKey.isEmpty()) throw new MalformedMessage("topic", ValueKind.TOPIC.toString(), "nothing");
        return ValueKind.TOPIC.check("routing key", routingKey);
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode json = Objects.requireNonNull(JSON.readTree(body));
            if (!json.isObject()) throw new MalformedMessage("body: expected a JSON object, found something else");
            return json;
        } catch (IOException e) {
            throw new MalformedMessage("body: expected a JSON object, found no JSON");
        }
    }
}
