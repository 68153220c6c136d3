package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.AMQP.BasicProperties;
import io.freshmaker.messaging.inbound.parser.BusMessage;
import io.freshmaker.messaging.inbound.parser.MalformedMessage;
import org.jspecify.annotations.Nullable;

/** A message as the broker delivered it. */
record Delivered(String exchange, String routingKey, BasicProperties properties, byte[] body) {

    private static final String HEADER = "message-id";

    /** The property {@code message_id}, else the header {@code message-id}; an envelope may know better. */
    @Nullable
    String messageId() {
        if (properties.getMessageId() != null) return properties.getMessageId();
        Object header = header(HEADER);
        return header == null ? null : header.toString();
    }

    /** Throws {@link MalformedMessage} when it cannot be read. */
    BusMessage read() {
        return BusMessage.read(routingKey, messageId(), body).orDryRun(header(BusMessage.DRY_RUN));
    }

    private @Nullable Object header(String name) {
        return properties.getHeaders() == null ? null : properties.getHeaders().get(name);
    }
}
