package io.freshmaker.standalone.cli;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;

/** A connection to the bus for publishing. Every call ends within some seconds; what goes wrong is {@link CommandFailed}. */
final class Bus implements AutoCloseable {

    private static final String EXCHANGE = "amq.topic";
    private static final int LIMIT_MILLIS = 5_000;

    private final Connection connection;
    private final Channel channel;

    private Bus(Connection connection, Channel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    static Bus connect(String url) {
        ConnectionFactory factory = factory(url);
        String place = factory.getHost() + ":" + factory.getPort();
        try {
            Connection connection = factory.newConnection("freshmaker publish");
            Channel channel = connection.createChannel();
            channel.confirmSelect();
            return new Bus(connection, channel);
        } catch (IOException | TimeoutException e) {
            throw new CommandFailed(
                    "No bus takes messages at %s (%s): start Freshmaker, or say where the bus is with --amqp."
                            .formatted(place, reason(e)),
                    e);
        }
    }

    /** Returns when the broker has confirmed that a queue has it, on disk. */
    void publish(BusMessage message) {
        try {
            channel.basicPublish(EXCHANGE, message.topic(), true, message.properties(), message.body());
            if (!channel.waitForConfirms(LIMIT_MILLIS)) {
                throw new CommandFailed("The bus does not take the message with topic %s: no queue is bound for it."
                        .formatted(message.topic()));
            }
        } catch (IOException | TimeoutException e) {
            throw new CommandFailed("The bus did not confirm the message: %s.".formatted(reason(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        connection.abort(LIMIT_MILLIS);
    }

    private static ConnectionFactory factory(String url) {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(new URI(url));
            if (factory.getVirtualHost().isEmpty()) {
                factory.setVirtualHost("/"); // a URL that ends in a slash means the usual one
            }
            factory.setConnectionTimeout(LIMIT_MILLIS);
            factory.setHandshakeTimeout(LIMIT_MILLIS);
            factory.setAutomaticRecoveryEnabled(false);
            return factory;
        } catch (URISyntaxException | GeneralSecurityException | IllegalArgumentException e) {
            throw new CommandFailed(
                    "'%s' is no address of a bus: amqp://USER:PASSWORD@HOST:PORT/ is expected.".formatted(url), e);
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
