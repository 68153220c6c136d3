package io.freshmaker.messaging.bus;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Publishes in order and returns when the broker has confirmed all of it. One channel for everybody, on the connection that is
 * kept for publishing, so that a broker which holds publishers back does not hold back what we receive.
 */
@Component
public class ConfirmedPublishing {

    private static final Logger log = LoggerFactory.getLogger(ConfirmedPublishing.class);

    private final ConnectionFactory connections;
    private final Topology topology;
    private final BusSettings settings;
    private final BusMetrics metrics;
    private final AtomicBoolean returned = new AtomicBoolean();
    private @Nullable Channel channel;

    public ConfirmedPublishing(
            ConnectionFactory connections, Topology topology, BusSettings settings, BusMetrics metrics) {
        this.connections = Objects.requireNonNullElse(connections.getPublisherConnectionFactory(), connections);
        this.topology = topology;
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * Throws {@link NotConfirmed} when that cannot be had in time, and {@link IllegalArgumentException} for headers that do not
     * fit into a frame. A message that nobody listens to is confirmed too, unless it is meant for a queue.
     */
    public synchronized void publish(List<OutgoingMessage> messages) {
        if (messages.isEmpty()) return;
        metrics.toSend(messages.size());
        boolean confirmed = false;
        try {
            send(open(), messages);
            confirmed = true;
        } catch (IOException | TimeoutException | AmqpException | ShutdownSignalException | QueueMismatch e) {
            throw new NotConfirmed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotConfirmed(e);
        } finally {
            if (confirmed) metrics.sent(messages.size());
            else metrics.notSent(messages.size());
        }
    }

    private void send(Channel open, List<OutgoingMessage> messages)
            throws IOException, InterruptedException, TimeoutException {
        try {
            returned.set(false);
            for (OutgoingMessage message : messages) publish(open, message);
            open.waitForConfirmsOrDie(settings.confirmTimeout().toMillis());
            if (returned.get()) throw new NotConfirmed("a queue has gone");
        } catch (IOException | InterruptedException | TimeoutException | RuntimeException e) {
            discard(open); // it would mix late confirms of this try with those of the next
            throw e;
        }
    }

    private static void publish(Channel open, OutgoingMessage message) throws IOException {
        open.basicPublish(
                message.exchange(), message.routingKey(), message.isMandatory(), message.properties(), message.body());
    }

    private Channel open() throws IOException, TimeoutException {
        if (channel != null && channel.isOpen()) return channel;
        Connection connection =
                Objects.requireNonNull(connections.createConnection().getDelegate());
        topology.declareOn(connection);
        Channel fresh = Objects.requireNonNull(connection.createChannel(), "The broker gives no further channel");
        channel = fresh;
        fresh.addReturnListener(_ -> returned.set(true)); // RabbitMQ says so before it confirms; others refuse
        fresh.confirmSelect();
        return fresh;
    }

    private void discard(Channel failed) {
        channel = null;
        try {
            failed.abort();
        } catch (IOException e) {
            log.debug("A channel that failed could not be closed", e);
        }
    }
}
