package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.AMQP.BasicProperties;
import io.freshmaker.messaging.bus.ConfirmedPublishing;
import io.freshmaker.messaging.bus.OutgoingMessage;
import io.freshmaker.messaging.bus.ParkedCopies;
import io.freshmaker.messaging.bus.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Copies a broken message, body and headers as they came, to the queue {@code freshmaker.parked}, with at most 2 kB of headers
 * that say why. What would not survive there or be refused is in such a header instead: expiration (read differently by every
 * broker), user id, delivery mode.
 */
@Component
class Parking {

    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_OTHER = 200;
    private static final int PERSISTENT = 2;

    private final ConfirmedPublishing bus;
    private final ParkedCopies copies;

    Parking(ConfirmedPublishing bus, ParkedCopies copies) {
        this.bus = bus;
        this.copies = copies;
    }

    /** Returns when the broker has confirmed the copy. */
    void park(IncomingMessage message, String reason) {
        Map<String, Object> why = why(message, reason);
        copies.makeRoom();
        try {
            publish(message, with(message.delivered().properties().getHeaders(), why));
        } catch (IllegalArgumentException e) { // together with ours, the headers do not fit into a frame
            log.warn("Message in row {} is parked without its own headers: {}", message.id(), e.getMessage());
            why.put("x-park-headers-dropped", true);
            publish(message, why);
        }
    }

    private void publish(IncomingMessage message, Map<String, Object> headers) {
        BasicProperties properties = message.delivered()
                .properties()
                .builder()
                .headers(headers)
                .deliveryMode(PERSISTENT)
                .expiration(null)
                .userId(null)
                .build();
        bus.publish(List.of(new OutgoingMessage(
                "", Topology.PARKED, properties, message.delivered().body())));
    }

    private static Map<String, Object> why(IncomingMessage message, String reason) {
        Delivered delivered = message.delivered();
        Map<String, Object> why = new HashMap<>();
        why.put("x-park-reason", cut(reason, LONGEST_REASON));
        why.put("x-park-exchange", cut(delivered.exchange(), LONGEST_OTHER));
        why.put("x-park-routing-key", cut(delivered.routingKey(), LONGEST_OTHER));
        why.put("x-park-row", message.id());
        putIfPresent(why, "x-park-expiration", delivered.properties().getExpiration());
        putIfPresent(why, "x-park-user-id", delivered.properties().getUserId());
        putIfPresent(why, "x-park-delivery-mode", delivered.properties().getDeliveryMode());
        return why;
    }

    private static void putIfPresent(Map<String, Object> headers, String name, @Nullable Object value) {
        if (value != null) headers.put(name, cut(value.toString(), LONGEST_OTHER));
    }

    private static Map<String, Object> with(@Nullable Map<String, Object> original, Map<String, Object> added) {
        Map<String, Object> headers = original == null ? new HashMap<>() : new HashMap<>(original);
        headers.putAll(added);
        return headers;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
