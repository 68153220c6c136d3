package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What RabbitMQ delivers through one channel, by its delivery tags. */
final class BusListener extends DefaultConsumer implements Deliveries<Long> {

    private static final Logger log = LoggerFactory.getLogger(BusListener.class);
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);

    private final BlockingQueue<Arrived<Long>> arrived =
            new LinkedBlockingQueue<>(); // bounded by what the broker hands out
    private final CountDownLatch ended = new CountDownLatch(1);

    BusListener(Channel channel) {
        super(channel);
    }

    @Override
    public void handleDelivery(String consumer, Envelope envelope, BasicProperties properties, byte[] body) {
        Delivered delivered = new Delivered(envelope.getExchange(), envelope.getRoutingKey(), properties, body);
        arrived.add(new Arrived<>(delivered, envelope.getDeliveryTag()));
    }

    @Override
    public void handleCancel(String consumer) {
        end(); // the queue was deleted
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
    public List<Arrived<Long>> next(int most) throws InterruptedException {
        Arrived<Long> first = arrived.poll(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) return List.of();
        List<Arrived<Long>> batch = new ArrayList<>(List.of(first));
        arrived.drainTo(batch, most - 1);
        return batch;
    }

    @Override
    public void accept(List<Arrived<Long>> stored) throws IOException {
        getChannel().basicAck(stored.getLast().handle(), true);
    }

    @Override
    public void giveBack(Arrived<Long> delivery) throws IOException {
        getChannel().basicNack(delivery.handle(), false, true); // Qpid loses some when told of several
    }

    @Override
    public void leave() {
        try {
            getChannel().abort();
        } catch (IOException e) {
            log.debug("A channel could not be closed", e);
        }
    }
}
