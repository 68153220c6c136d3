package io.freshmaker.messaging.bus;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the queue {@code freshmaker.parked} within {@code freshmaker.bus.parked-limit}: the oldest copies go, and nothing is lost
 * with them, because the messages themselves are stored. They are taken by us, for a queue that is there keeps its properties for
 * ever, and the embedded broker's queues have no such bound.
 */
@Component
public class ParkedCopies {

    private static final Logger log = LoggerFactory.getLogger(ParkedCopies.class);

    /** Taken at a time, so that the queue of an earlier version which is far too long holds up nobody. */
    private static final int MOST = 1_000;

    private final ConnectionFactory connections;
    private final int limit;

    public ParkedCopies(ConnectionFactory connections, BusSettings settings) {
        this.connections = connections;
        this.limit = settings.parkedLimit();
    }

    /** Takes the oldest copies until there is room for one more. Where that cannot be, whoever publishes it finds out why. */
    public void makeRoom() {
        try {
            Connection connection =
                    Objects.requireNonNull(connections.createConnection().getDelegate());
            Channel channel = Objects.requireNonNull(connection.createChannel(), "no channel");
            try {
                trim(channel);
            } finally {
                channel.abort();
            }
        } catch (AmqpException e) {
            throw new NotConfirmed(e);
        } catch (IOException | ShutdownSignalException e) {
            log.debug("The queue {} could not be looked at", Topology.PARKED, e);
        }
    }

    private void trim(Channel channel) throws IOException {
        long left = channel.messageCount(Topology.PARKED);
        int taken = 0;
        while (left >= limit && taken < MOST) {
            GetResponse oldest = channel.basicGet(Topology.PARKED, true);
            if (oldest == null) break;
            taken++;
            left = oldest.getMessageCount();
        }
        if (taken > 0) log.info("Took the {} oldest copies off {}, which keeps {}", taken, Topology.PARKED, limit);
    }
}
