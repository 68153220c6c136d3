package io.freshmaker.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Something that is done again and again and timed, in rounds that may be taken in turn with those of others. */
final class Repeated {

    private static final int WARM_UP = 300;
    private static final int ROUND = 20;
    private static final double MILLIS = 1e6;

    /** What takes long is done less often, so that no benchmark lasts for ever. */
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(6);

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(1);

    private final Callable<?> work;
    private final List<Double> millis = new ArrayList<>();

    Repeated(Callable<?> work) {
        this.work = work;
    }

    void warmUp() throws Exception {
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        for (int i = 0; i < WARM_UP && System.nanoTime() < end; i++) work.call();
    }

    void measure() throws Exception {
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        for (int i = 0; i < ROUND && System.nanoTime() < end; i++) once();
    }

    void once() throws Exception {
        long begin = System.nanoTime();
        work.call();
        millis.add((System.nanoTime() - begin) / MILLIS);
    }

    double median() {
        return Percentile.median(millis);
    }
}
