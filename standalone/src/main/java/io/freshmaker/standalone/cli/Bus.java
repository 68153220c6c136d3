package io.freshmaker.standalone.cli;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection to the bus for publishing. Every call ends within some seconds; what goes wrong is {@link CommandFailed}. */
final class Bus implements AutoCloseable {

    private static final String EXCHANGE = "amq.topic";
    private static final int LIMIT_MILLIS = 5_000;

    private final Channel channel;
    private final Runnable end;
    private final AtomicBoolean returned = new AtomicBoolean();

    private Bus(Channel channel, Runnable end) {
        this.channel = channel;
        this.end = end;
        channel.addReturnListener(_ -> returned.set(true));
    }

    /** @param factory with its limits, as {@link BusOptions} makes it */
    static Bus connect(ConnectionFactory factory) {
        String place = factory.getHost() + ":" + factory.getPort();
        try {
            Connection connection = factory.newConnection("freshmaker publish");
            return over(connection, () -> connection.abort(LIMIT_MILLIS));
        } catch (IOException | TimeoutException e) {
            throw new CommandFailed(
                    "No bus takes messages at %s (%s): start Freshmaker, or say where the bus is with --amqp."
                            .formatted(place, reason(e)),
                    e);
        }
    }

    /** Over a connection that others use too. */
    static Bus over(Connection shared) {
        return over(shared, () -> {});
    }

    private static Bus over(Connection connection, Runnable end) {
        try {
            Channel channel = Objects.requireNonNull(connection.createChannel(), "no channel");
            channel.confirmSelect();
            return new Bus(channel, end);
        } catch (IOException e) {
            end.run();
            throw new CommandFailed("The bus takes no messages (%s).".formatted(reason(e)), e);
        }
    }

    /** Returns when the broker has confirmed that a queue has it, on disk. */
    void publish(BusMessage message) {
        try {
            returned.set(false);
            channel.basicPublish(EXCHANGE, message.topic(), true, message.properties(), message.body());
            boolean taken = channel.waitForConfirms(LIMIT_MILLIS);
            if (!taken || returned.get()) { // the embedded broker refuses it, RabbitMQ gives it back and confirms that
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
        try {
            channel.abort();
        } catch (IOException _) {
            // nothing is left to be sent
        } finally {
            end.run();
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
