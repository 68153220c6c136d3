package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.bus.Trouble;
import io.freshmaker.platform.pause.Pauses;
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
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final ConnectionFactory connections;
    private final Topology topology;
    private final BusSettings settings;
    private final IncomingMessages messages;
    private final Intake intake;
    private final BusMetrics metrics;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable BusListener listener;
    private final Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
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
            while (!stopped.await(pauses.next().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws InterruptedException {
        try {
            Connection connection =
                    Objects.requireNonNull(connections.createConnection().getDelegate());
            topology.declareOn(connection);
            try (Channel channel = Objects.requireNonNull(connection.createChannel(), "no channel")) {
                listenOn(channel);
            }
        } catch (IOException | TimeoutException | RuntimeException e) {
            if (isRunning()) sayWhy(e);
        } finally {
            listener = null;
        }
    }

    private void listenOn(Channel channel) throws IOException, InterruptedException {
        BusListener fresh = subscribe(channel);
        listener = fresh;
        pauses.succeeded();
        log.info("Listening to {}", topology.bindingKeys());
        if (isRunning()) fresh.keepStoring();
    }

    private BusListener subscribe(Channel channel) throws IOException {
        channel.basicQos(settings.prefetch());
        BusListener fresh = new BusListener(channel, this::receive);
        channel.addShutdownListener(_ -> fresh.end());
        channel.basicConsume(Topology.QUEUE, false, fresh);
        return fresh;
    }

    private void sayWhy(Exception e) {
        log.warn(
                "The bus cannot be listened to, again in {} s: {}",
                pauses.upcoming().toSeconds(),
                Trouble.of(e));
    }

    private void receive(List<Delivered> deliveries) {
        metrics.received(deliveries.size());
        messages.store(deliveries);
        intake.wake();
    }
}
