package io.freshmaker.messaging.bus;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/**
 * The queues, bindings and exchanges of contract §2 and §3. Both queues are quorum queues on RabbitMQ, which alone knows them,
 * and plain durable ones elsewhere. {@code amq.topic} is there already, on every broker.
 */
public final class Topology {

    public static final String QUEUE = "freshmaker";
    public static final String PARKED = "freshmaker.parked";
    public static final String BUS = "amq.topic";
    public static final String DOMAIN_EVENTS = "freshmaker.domain-events";

    private final List<String> bindingKeys;
    private final DurableQueue queue = DurableQueue.named(QUEUE);
    private final DurableQueue parked = DurableQueue.named(PARKED).ofAtMost(100_000, 1L << 30);

    private Topology(List<String> bindingKeys) {
        this.bindingKeys = bindingKeys;
    }

    /** One binding per prefix and topic suffix. */
    public static Topology of(List<String> prefixes, List<String> suffixes) {
        return new Topology(prefixes.stream()
                .flatMap(prefix -> suffixes.stream().map(suffix -> prefix + "." + suffix))
                .toList());
    }

    public List<String> bindingKeys() {
        return bindingKeys;
    }

    /**
     * Declaring what is there already changes nothing, so this is done whenever we begin with a connection.
     *
     * @throws QueueMismatch when a queue is there that is not like ours
     */
    public void declareOn(Connection connection) throws IOException, TimeoutException {
        parked.declareOn(connection);
        queue.declareOn(connection);
        try (Channel channel = Objects.requireNonNull(connection.createChannel(), "no channel")) {
            channel.exchangeDeclare(DOMAIN_EVENTS, BuiltinExchangeType.TOPIC, true);
            for (String key : bindingKeys) channel.queueBind(QUEUE, BUS, key);
        }
    }
}
