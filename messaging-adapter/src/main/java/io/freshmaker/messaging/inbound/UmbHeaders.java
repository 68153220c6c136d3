package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.protonj2.types.Binary;
import org.apache.qpid.protonj2.types.messaging.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a message of the UMB as those that all stored messages have, which are RabbitMQ's. What is too long for a property
 * there is a header, so that nothing is lost and whatever came can be stored.
 */
final class UmbHeaders {

    /** Of a short string of AMQP 0-9-1. */
    private static final int MOST_BYTES = 255;

    private static final int PERSISTENT = 2;

    private UmbHeaders() {}

    /** Application properties under names and in types that AMQP 0-9-1 has. */
    static Map<String, Object> headers(Map<String, Object> applicationProperties) {
        Map<String, Object> headers = new HashMap<>();
        applicationProperties.forEach((name, value) -> {
            if (fits(name) && value != null) headers.put(name, known(value));
        });
        return headers;
    }

    /** All in all; where the message was sent to is in the header {@code destination}, as the original sees it. */
    static BasicProperties properties(Properties given, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>(headers);
        if (given.getTo() != null) all.putIfAbsent("destination", given.getTo());
        return new BasicProperties.Builder()
                .deliveryMode(PERSISTENT)
                .messageId(orHeader("message-id", text(given.getMessageId()), all))
                .correlationId(orHeader("correlation-id", text(given.getCorrelationId()), all))
                .contentType(orHeader("content-type", given.getContentType(), all))
                .contentEncoding(orHeader("content-encoding", given.getContentEncoding(), all))
                .replyTo(orHeader("reply-to", given.getReplyTo(), all))
                .type(orHeader("subject", given.getSubject(), all))
                .timestamp(given.getCreationTime() > 0 ? new Date(given.getCreationTime()) : null)
                .headers(all)
                .build();
    }

    private static @Nullable String orHeader(String name, @Nullable String value, Map<String, Object> headers) {
        if (value == null || fits(value)) return value;
        headers.put(name, value);
        return null;
    }

    private static boolean fits(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** Ids may be texts, numbers, UUIDs or bytes. */
    private static @Nullable String text(@Nullable Object id) {
        return id instanceof Binary bytes ? HexFormat.of().formatHex(bytes.asByteArray()) : Objects.toString(id, null);
    }

    private static Object known(Object value) {
        return switch (value) {
            case Binary bytes -> bytes.asByteArray();
            case Boolean flag -> flag;
            case Byte number -> number;
            case Short number -> number;
            case Integer number -> number;
            case Long number -> number;
            case Float number -> number;
            case Double number -> number;
            case Date time -> time;
            default -> value.toString();
        };
    }
}
