package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.bus.KeptThread;
import io.freshmaker.messaging.bus.Trouble;
import io.freshmaker.platform.pause.Pauses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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

    private final Bus bus;
    private final Consumer<List<Delivered>> store;
    private volatile @Nullable Deliveries<?> listener;
    private final KeptThread thread;
    private final Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);

    Subscription(Bus bus, Consumer<List<Delivered>> store) {
        this.bus = bus;
        this.thread = new KeptThread(bus.name() + "-subscription");
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
        thread.start(this::keepListening);
    }

    @Override
    public void stop() {
        thread.stop();
        Deliveries<?> listening = listener;
        if (listening != null) listening.end();
        thread.awaitEnd();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    private void keepListening() throws InterruptedException {
        do listen();
        while (!thread.isStoppedWithin(pauses.next()));
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
