package io.freshmaker.messaging.outbound;

import io.freshmaker.messaging.bus.Trouble;
import io.freshmaker.messaging.outbound.UmbOutbox.Waiting;
import io.freshmaker.messaging.umb.UmbConnections;
import io.freshmaker.messaging.umb.UmbSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.DeliveryState;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.Tracker;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends messages to the UMB in their order, as text like the original, on a connection of its own. Belongs to one thread. */
@Component
class UmbSender {

    private final UmbConnections connections;
    private final String prefix;
    private final Duration patience;
    private final Map<String, Sender> senders = new HashMap<>();
    private final AtomicBoolean gone = new AtomicBoolean();
    private @Nullable Connection connection;

    UmbSender(UmbConnections connections, UmbSettings settings) {
        this.connections = connections;
        this.prefix = settings.outPrefix() + ".";
        this.patience = settings.settleTimeout();
    }

    /**
     * Returns when the broker has accepted all of them.
     *
     * @throws IOException when it is away, refuses one or takes too long; some may have been accepted
     */
    void send(List<Waiting> messages) throws IOException, InterruptedException {
        boolean sent = false;
        try {
            Connection open = open();
            List<Tracker> trackers = new ArrayList<>();
            for (Waiting message : messages)
                trackers.add(sender(prefix + message.topic(), open).send(made(message)));
            awaitAccepted(messages, trackers);
            sent = true;
        } catch (TimeoutException _) {
            throw new IOException("it did not answer within " + patience.toMillis() + " ms");
        } catch (ClientException | ExecutionException e) {
            throw new IOException(Trouble.of(e));
        } finally {
            if (!sent) leave(); // late answers to this try would mix with those to the next
        }
    }

    /** Leaves the broker; the next message connects again. */
    void leave() {
        senders.clear();
        if (connection != null) connection.closeAsync();
        connection = null;
    }

    private Connection open() throws IOException, InterruptedException {
        if (connection != null && !gone.get()) return connection;
        leave();
        gone.set(false);
        Connection fresh = connections.connect(() -> gone.set(true));
        connection = fresh;
        return fresh;
    }

    private Sender sender(String address, Connection open)
            throws ClientException, ExecutionException, TimeoutException, InterruptedException {
        Sender known = senders.get(address);
        if (known != null) return known;
        Sender fresh = open.openSender(address).openFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        senders.put(address, fresh);
        return fresh;
    }

    private Message<?> made(Waiting message) throws ClientException {
        return Message.create(message.body())
                .durable(true)
                .messageId(message.messageId())
                .to(prefix + message.topic())
                .subject(message.topic())
                .contentType("application/json");
    }

    private void awaitAccepted(List<Waiting> messages, List<Tracker> trackers)
            throws IOException, ExecutionException, TimeoutException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int i = 0; i < trackers.size(); i++) {
            long left = Math.max(0, deadline - System.nanoTime());
            DeliveryState said = trackers.get(i)
                    .settlementFuture()
                    .get(left, TimeUnit.NANOSECONDS)
                    .remoteState();
            if (said == null || said.getType() != DeliveryState.Type.ACCEPTED) {
                String answer = said == null ? "nothing" : said.getType().toString();
                throw new IOException("%s%s: expected ACCEPTED, found %s"
                        .formatted(prefix, messages.get(i).topic(), answer));
            }
        }
    }
}
