package io.freshmaker.query.progress;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that comes soon or not at all. Each wait is counted against the same limit. */
public final class Patience {

    /** The longest that a reader waits for what was just written (contract §4). */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final long end = System.nanoTime() + LIMIT.toNanos();

    /** Whether it became true in time. */
    public boolean until(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) return false;
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return true;
    }
}
