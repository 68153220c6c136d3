package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.Channel;
import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.Topology;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps us subscribed: connects, declares the topology, listens, and begins again when the broker has gone. */
@Component
class Subscription implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Subscription.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final ConnectionFactory connections;
    private final Topology topology;
    private final BusSettings settings;
    private final IncomingMessages messages;
    private final Intake intake;
    private final BusMetrics metrics;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable BusListener listener;
    private @Nullable Thread thread;

    Subscription(
            ConnectionFactory connections,
            Topology topology,
            BusSettings settings,
            IncomingMessages messages,
            Intake intake,
            BusMetrics metrics) {
        this.connections = connections;
        this.topology = topology;
        this.settings = settings;
        this.messages = messages;
        this.intake = intake;
        this.metrics = metrics;
    }

    /** Whether everything is declared and we listen. */
    boolean isUp() {
        return listener != null;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("bus-subscription").start(this::keepListening);
    }

    @Override
    public void stop() {
        stopped.countDown();
        BusListener listening = listener;
        if (listening != null) listening.end();
        try {
            if (thread != null) thread.join(LAST_WORDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void keepListening() {
        try {
            do listen();
            while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws InterruptedException {
        try (Channel channel = Objects.requireNonNull(
                Objects.requireNonNull(connections.createConnection().getDelegate())
                        .createChannel())) {
            BusListener fresh = subscribe(channel);
            listener = fresh;
            log.info("Listening to {}", topology.bindingKeys());
            if (stopped.getCount() > 0) fresh.keepStoring();
        } catch (IOException | TimeoutException | RuntimeException e) {
            if (isRunning())
                log.warn("The bus cannot be listened to, again in {} s: {}", PAUSE.toSeconds(), e.toString());
        } finally {
            listener = null;
        }
    }

    private BusListener subscribe(Channel channel) throws IOException {
        topology.declareOn(channel);
        channel.basicQos(settings.prefetch());
        BusListener fresh = new BusListener(channel, this::receive);
        channel.addShutdownListener(_ -> fresh.end());
        channel.basicConsume(Topology.QUEUE, false, fresh);
        return fresh;
    }

    private void receive(List<Delivered> deliveries) {
        metrics.received(deliveries.size());
        messages.store(deliveries);
        intake.wake();
    }
}
