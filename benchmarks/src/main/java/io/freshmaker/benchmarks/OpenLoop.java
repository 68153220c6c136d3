package io.freshmaker.benchmarks;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Load that does not wait for answers: work arrives at fixed times, and its time counts from then on. Who is slow makes those
 * after it wait, and that is measured.
 */
final class OpenLoop {

    private final Duration period;
    private final int count;

    /** One piece of the work. */
    interface Work {
        void run(int index) throws Exception;
    }

    OpenLoop(int perSecond, Duration length) {
        period = Duration.ofSeconds(1).dividedBy(perSecond);
        count = (int) length.dividedBy(period);
    }

    /** The milliseconds of each; throws when one failed. */
    Collection<Double> run(Work work) {
        Collection<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                int index = i;
                long arrival = begin + i * period.toNanos();
                for (long left = arrival - System.nanoTime(); left > 0; left = arrival - System.nanoTime())
                    LockSupport.parkNanos(left);
                threads.submit(() -> {
                    try {
                        work.run(index);
                        millis.add((System.nanoTime() - arrival) / 1e6);
                    } catch (Exception e) {
                        failure.set(e);
                    }
                });
            }
        }
        Exception failed = failure.get();
        if (failed != null) throw new IllegalStateException("Work under load failed", failed);
        return millis;
    }
}
