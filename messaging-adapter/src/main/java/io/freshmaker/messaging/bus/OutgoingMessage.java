package io.freshmaker.messaging.bus;

import com.rabbitmq.client.AMQP.BasicProperties;

/** Something to publish. The empty exchange is the one that leads to the queue named by the routing key. */
public record OutgoingMessage(String exchange, String routingKey, BasicProperties properties, byte[] body) {

    /** What is meant for one queue must reach it; what is told to the world may find nobody who listens. */
    boolean isMandatory() {
        return exchange.isEmpty();
    }
}
