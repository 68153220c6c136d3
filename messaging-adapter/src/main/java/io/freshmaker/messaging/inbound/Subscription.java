package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.bus.Trouble;
import io.freshmaker.platform.pause.Pauses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps us subscribed to a bus: connects, listens, and begins again when the broker has gone. */
final class Subscription implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Subscription.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Bus bus;
    private final Consumer<List<Delivered>> store;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Deliveries<?> listener;
    private final Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
    private @Nullable Thread thread;

    Subscription(Bus bus, Consumer<List<Delivered>> store) {
        this.bus = bus;
        this.store = store;
    }

    /** Whether everything that we listen to is there and we listen. */
    boolean isUp() {
        return listener != null;
    }

    /** Not where there is nothing to listen to. */
    @Override
    public boolean isAutoStartup() {
        return bus.isWanted();
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name(bus.name() + "-subscription").start(this::keepListening);
    }

    @Override
    public void stop() {
        stopped.countDown();
        Deliveries<?> listening = listener;
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
            Deliveries<?> fresh = bus.listen();
            try {
                listenTo(fresh);
            } finally {
                fresh.leave();
            }
        } catch (IOException | TimeoutException | RuntimeException e) {
            if (isRunning()) sayWhy(e);
        } finally {
            listener = null;
        }
    }

    private void listenTo(Deliveries<?> fresh) throws IOException, InterruptedException {
        listener = fresh;
        pauses.succeeded();
        log.info("Listening to {}", bus.sources());
        if (isRunning()) new Storing<>(fresh, store).untilTheEnd();
    }

    private void sayWhy(Exception e) {
        log.warn(
                "The {} cannot be listened to, again in {} s: {}",
                bus.name(),
                pauses.upcoming().toSeconds(),
                Trouble.of(e));
    }
}
