package io.freshmaker.standalone.simulation.time;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has it runs; everybody else waits. The thread that does the steps hands it out and waits until it comes back. */
final class Baton {

    private static final int PATIENCE_S = 120;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Thread.ofPlatform()
            .daemon()
            .name("simulated-", 0)
            .uncaughtExceptionHandler((_, _) -> {}) // told by whoever waits for the baton
            .factory());

    private final Semaphore back = new Semaphore(0);
    private volatile @Nullable Throwable broken;

    /** Runs something on a thread of its own until it ends or passes the baton back. */
    void hand(Runnable work, Runnable end) {
        THREADS.execute(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                if (!(e instanceof Dead)) broken = e;
                throw e; // ends the thread
            } finally {
                end.run();
                back.release();
            }
        });
        await();
    }

    /** Lets somebody go on who waits for it. */
    void hand(Semaphore waiting) {
        waiting.release();
        await();
    }

    private static String waiting() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(one -> one.getKey().getName().matches("(simulated|commands)-.*"))
                .map(one -> one.getKey() + "\n  "
                        + Stream.of(one.getValue())
                                .limit(40)
                                .map(Object::toString)
                                .collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining("\n"));
    }

    void passBack() {
        back.release();
    }

    /** Whoever does not give it back waits for something that only another one could do. */
    private void await() {
        try {
            if (!back.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Stuck: a task waits for another that is paused\n" + waiting());
            }
            if (broken != null) throw new IllegalStateException("A task broke", broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
