package io.freshmaker.messaging.bus;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A thread that does something until it is stopped, and no longer than the process lives. May be started again. */
public final class KeptThread {

    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final String name;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    public KeptThread(String name) {
        this.name = name;
    }

    /** What it does; it asks {@link #isStoppedWithin} whether to go on. */
    @FunctionalInterface
    public interface Work {

        void run() throws InterruptedException;
    }

    public void start(Work work) {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name(name).start(() -> run(work));
    }

    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** Whether it is to stop; waits so long for that. */
    public boolean isStoppedWithin(Duration pause) throws InterruptedException {
        return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** It is to stop. */
    public void stop() {
        stopped.countDown();
    }

    /** Waits for its end, 3 s at the most. */
    public void awaitEnd() {
        try {
            if (thread != null) thread.join(LAST_WORDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Work work) {
        try {
            work.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
