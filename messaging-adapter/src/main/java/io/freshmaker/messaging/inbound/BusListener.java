package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores each delivery and acknowledges it when that is committed; nothing else. While it cannot be stored, deliveries go back
 * to the queue, one for each ever longer pause.
 */
final class BusListener extends DefaultConsumer {

    private static final Logger log = LoggerFactory.getLogger(BusListener.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Consumer<Delivered> store;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Duration pause = FIRST_PAUSE;

    BusListener(Channel channel, Consumer<Delivered> store) {
        super(channel);
        this.store = store;
    }

    @Override
    public void handleDelivery(String consumer, Envelope envelope, BasicProperties properties, byte[] body)
            throws IOException {
        Delivered delivered = new Delivered(envelope.getExchange(), envelope.getRoutingKey(), properties, body);
        try {
            store.accept(delivered);
        } catch (RuntimeException e) {
            giveBack(envelope, e);
            return;
        }
        getChannel().basicAck(envelope.getDeliveryTag(), false);
        pause = FIRST_PAUSE;
    }

    @Override
    public void handleCancel(String consumer) {
        end(); // the queue was deleted
    }

    /** No more is coming through this channel. */
    void end() {
        ended.countDown();
    }

    /** Returns when no more is coming. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    private void giveBack(Envelope envelope, RuntimeException cause) throws IOException {
        log.warn("A bus message could not be stored; it goes back to the queue in {} ms", pause.toMillis(), cause);
        try {
            ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        getChannel().basicNack(envelope.getDeliveryTag(), false, true);
    }
}
