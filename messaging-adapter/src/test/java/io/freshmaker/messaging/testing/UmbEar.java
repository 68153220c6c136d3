package io.freshmaker.messaging.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/** Somebody on the UMB who has a queue of his own, and takes from it what he is asked for. */
public final class UmbEar {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final String queue;

    /** The queue is made, where brokers make queues of those who listen. */
    UmbEar(int port, String queue) {
        this.port = port;
        this.queue = queue;
        take(0);
    }

    /** What was heard, as text. */
    public record Said(String id, String to, String body) {}

    /** The next messages; later ones stay in the queue. */
    public List<Said> hear(int count) {
        return take(count);
    }

    private List<Said> take(int count) {
        List<Said> heard = new ArrayList<>();
        ConnectionOptions options = new ConnectionOptions().user("guest").password("guest");
        try (Client client = Client.create();
                Connection connection = client.connect("127.0.0.1", port, options);
                Receiver receiver = connection.openReceiver(queue, new ReceiverOptions().creditWindow(0))) {
            receiver.openFuture().get();
            if (count > 0) receiver.addCredit(count);
            while (heard.size() < count) {
                Delivery delivery = receiver.receive(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (delivery == null) throw new AssertionError("Only %d messages".formatted(heard.size()));
                Message<String> message = delivery.message();
                heard.add(new Said(String.valueOf(message.messageId()), message.to(), message.body()));
            }
            return heard;
        } catch (ClientException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
