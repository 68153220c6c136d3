package io.freshmaker.messaging.bus;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue of ours that outlives the broker: a quorum queue on RabbitMQ, a plain durable one elsewhere. A plain one that is there
 * already, of an earlier version or an administrator, is used as it is, and that is said once.
 */
final class DurableQueue {

    private static final Logger log = LoggerFactory.getLogger(DurableQueue.class);
    private static final Map<String, Object> PLAIN = Map.of();

    private final String name;
    private final Map<String, Object> onRabbit;
    private final AtomicBoolean said = new AtomicBoolean();

    private DurableQueue(String name, Map<String, Object> onRabbit) {
        this.name = name;
        this.onRabbit = onRabbit;
    }

    static DurableQueue named(String name) {
        // Without a limit of its own, RabbitMQ 4 throws away what comes back for the 21st time, as while PostgreSQL is
        // away.
        return new DurableQueue(name, Map.of("x-queue-type", "quorum", "x-delivery-limit", Integer.MAX_VALUE));
    }

    /** What does not fit any more is refused, so that whoever publishes knows and keeps it. On RabbitMQ only. */
    DurableQueue ofAtMost(int messages, long bytes) {
        Map<String, Object> bounded = new HashMap<>(onRabbit);
        bounded.putAll(Map.of("x-max-length", messages, "x-max-length-bytes", bytes, "x-overflow", "reject-publish"));
        return new DurableQueue(name, bounded);
    }

    void declareOn(Connection connection) throws IOException {
        Map<String, Object> wanted = isRabbit(connection) ? onRabbit : PLAIN;
        Optional<String> complaint = declare(connection, wanted);
        if (complaint.isEmpty()) return;
        if (wanted.isEmpty() || declare(connection, PLAIN).isPresent()) {
            throw new QueueMismatch(name, complaint.get());
        }
        if (!said.getAndSet(true)) {
            log.warn(
                    "The queue {} is there already, as a classic queue of one node, and is used as it is; to have a"
                        + " quorum queue, stop every Freshmaker, let it run empty or move its messages, delete it and"
                        + " start again",
                    name);
        }
    }

    /** What the broker says of a queue that is there and has other properties. */
    private Optional<String> declare(Connection connection, Map<String, Object> arguments) throws IOException {
        Channel channel = Objects.requireNonNull(connection.createChannel(), "no channel");
        try {
            channel.queueDeclare(name, true, false, false, arguments);
            return Optional.empty();
        } catch (IOException e) {
            if (e.getCause() instanceof ShutdownSignalException closed
                    && closed.getReason() instanceof AMQP.Channel.Close reason
                    && reason.getReplyCode() == AMQP.PRECONDITION_FAILED) {
                return Optional.of(reason.getReplyText());
            }
            throw e;
        } finally {
            channel.abort();
        }
    }

    private static boolean isRabbit(Connection connection) {
        return "RabbitMQ".equals(String.valueOf(connection.getServerProperties().get("product")));
    }
}
