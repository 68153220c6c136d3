package io.freshmaker.messaging.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A message that somebody outside received. */
record Heard(String routingKey, BasicProperties properties, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Heard of(Delivery delivery) {
        return new Heard(delivery.getEnvelope().getRoutingKey(), delivery.getProperties(), delivery.getBody());
    }

    String id() {
        return properties.getMessageId();
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
