package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.freshmaker.messaging.bus.Trouble;
import io.freshmaker.platform.pause.Pauses;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores deliveries, together what has arrived meanwhile, and acknowledges them when that is committed; nothing else. While they
 * cannot be stored they go back to the queue, for an ever longer pause, and then come one by one: one that can never be stored
 * must not hold up the others.
 */
final class BusListener extends DefaultConsumer {

    private static final Logger log = LoggerFactory.getLogger(BusListener.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
    private static final int MOST = 100;

    private final Consumer<List<Delivered>> store;
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>(); // bounded by what the broker hands out
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
    private int alone; // so many more are stored one by one

    private record Arrived(long tag, Delivered delivered) {}

    BusListener(Channel channel, Consumer<List<Delivered>> store) {
        super(channel);
        this.store = store;
    }

    @Override
    public void handleDelivery(String consumer, Envelope envelope, BasicProperties properties, byte[] body) {
        Delivered delivered = new Delivered(envelope.getExchange(), envelope.getRoutingKey(), properties, body);
        arrived.add(new Arrived(envelope.getDeliveryTag(), delivered));
    }

    @Override
    public void handleCancel(String consumer) {
        end(); // the queue was deleted
    }

    /** No more is coming through this channel. */
    void end() {
        ended.countDown();
    }

    /** Returns when no more is coming. What is not acknowledged then, the broker delivers again. */
    void keepStoring() throws InterruptedException, IOException {
        while (ended.getCount() > 0) {
            Arrived first = arrived.poll(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) store(batchFrom(first));
        }
    }

    private List<Arrived> batchFrom(Arrived first) {
        List<Arrived> batch = new ArrayList<>(List.of(first));
        if (alone > 0) alone--;
        else arrived.drainTo(batch, MOST - 1);
        return batch;
    }

    private void store(List<Arrived> batch) throws IOException, InterruptedException {
        try {
            store.accept(batch.stream().map(Arrived::delivered).toList());
        } catch (RuntimeException e) {
            giveBack(batch, e);
            return;
        }
        getChannel().basicAck(batch.getLast().tag(), true);
        pauses.succeeded();
    }

    private void giveBack(List<Arrived> batch, RuntimeException cause) throws IOException, InterruptedException {
        Duration pause = pauses.next();
        log.warn(
                "{} bus message(s) could not be stored, back to the queue in {} ms: {}",
                batch.size(),
                pause.toMillis(),
                Trouble.of(cause));
        ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        alone = MOST;
        for (Arrived one : batch)
            getChannel().basicNack(one.tag(), false, true); // Qpid loses some when told of several
    }
}
