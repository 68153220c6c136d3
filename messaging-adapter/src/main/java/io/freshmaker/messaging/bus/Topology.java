package io.freshmaker.messaging.bus;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The queues, bindings and exchanges of contract §2 and §3: only what every AMQP 0-9-1 broker can do, no {@code x-…} argument.
 * {@code amq.topic} is there already, on every broker.
 */
public record Topology(List<String> bindingKeys) {

    public static final String QUEUE = "freshmaker";
    public static final String PARKED = "freshmaker.parked";
    public static final String BUS = "amq.topic";
    public static final String DOMAIN_EVENTS = "freshmaker.domain-events";

    /** One binding per prefix and topic suffix. */
    public static Topology of(List<String> prefixes, List<String> suffixes) {
        return new Topology(prefixes.stream()
                .flatMap(prefix -> suffixes.stream().map(suffix -> prefix + "." + suffix))
                .toList());
    }

    /** Declaring what is there already changes nothing, so this is done with every new channel. */
    public void declareOn(Channel channel) throws IOException {
        channel.exchangeDeclare(DOMAIN_EVENTS, BuiltinExchangeType.TOPIC, true);
        channel.queueDeclare(PARKED, true, false, false, Map.of());
        channel.queueDeclare(QUEUE, true, false, false, Map.of());
        for (String key : bindingKeys) channel.queueBind(QUEUE, BUS, key);
    }
}
