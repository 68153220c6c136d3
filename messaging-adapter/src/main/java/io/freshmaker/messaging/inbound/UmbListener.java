package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.bus.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.NextReceiverPolicy;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/**
 * What the UMB delivers through one connection, each queue by a link of its own. Accepting settles a delivery; giving it back
 * releases it, for which brokers do not count tries, so that none ends in a dead-letter queue while PostgreSQL is away.
 */
final class UmbListener implements Deliveries<Delivery> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);

    private final Connection connection;
    private final CountDownLatch ended;
    private final List<Receiver> receivers = new ArrayList<>();

    /** @param ended zero when the connection has gone */
    UmbListener(Connection connection, CountDownLatch ended) {
        this.connection = connection;
        this.ended = ended;
    }

    /** Listens to one more queue, which must be there. */
    void subscribe(String queue, int prefetch) throws IOException, InterruptedException {
        ReceiverOptions options = new ReceiverOptions().autoAccept(false).creditWindow(prefetch);
        try {
            Receiver receiver = connection.openReceiver(queue, options);
            receivers.add(receiver);
            receiver.openFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ClientException | ExecutionException | TimeoutException e) {
            throw new IOException(queue + ": " + Trouble.of(e));
        }
    }

    @Override
    public List<Arrived<Delivery>> next(int most) throws IOException {
        List<Arrived<Delivery>> batch = new ArrayList<>();
        try {
            connection.nextReceiver(NextReceiverPolicy.ROUND_ROBIN, LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
            Collections.rotate(receivers, 1); // so that a queue which never runs empty does not hide the others
            for (Receiver receiver : receivers) take(receiver, most, batch);
            return batch;
        } catch (ClientException e) {
            throw new IOException(e);
        }
    }

    private static void take(Receiver receiver, int most, List<Arrived<Delivery>> batch)
            throws ClientException, IOException {
        while (batch.size() < most) {
            Delivery delivery = receiver.tryReceive();
            if (delivery == null) return;
            batch.add(new Arrived<>(UmbMessage.read(receiver.address(), encoded(delivery)), delivery));
        }
    }

    private static byte[] encoded(Delivery delivery) throws ClientException, IOException {
        try (InputStream encoded = delivery.rawInputStream()) {
            return encoded.readAllBytes(); // closing it gives its memory back, which is not of the heap
        }
    }

    @Override
    public void accept(List<Arrived<Delivery>> stored) throws IOException {
        try {
            for (Arrived<Delivery> one : stored) one.handle().accept();
        } catch (ClientException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void giveBack(Arrived<Delivery> delivery) throws IOException {
        try {
            delivery.handle().release();
        } catch (ClientException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void end() {
        ended.countDown();
    }

    @Override
    public boolean awaitEnd(Duration pause) throws InterruptedException {
        return ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void leave() {
        connection.close();
    }
}
