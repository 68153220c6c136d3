package io.freshmaker.platform.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures by name that are asked for together and remembered for some seconds, so that no number of gauges and no eager scraper
 * becomes a storm of queries. While they cannot be had, each is {@code NaN}: a figure is never an old one, and never made up.
 */
public final class Remembered {

    private static final Logger log = LoggerFactory.getLogger(Remembered.class);
    private static final Duration TIME = Duration.ofSeconds(5);

    private final Supplier<Map<String, Double>> source;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private Map<String, Double> figures = Map.of();
    private boolean known;
    private long until;

    public Remembered(Supplier<Map<String, Double>> source) {
        this(source, System::nanoTime);
    }

    Remembered(Supplier<Map<String, Double>> source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
        this.until = nanos.getAsLong();
    }

    /** A figure that the source does not name is 0. */
    public double get(String name) {
        lock.lock();
        try {
            if (nanos.getAsLong() - until >= 0) ask();
            return known ? figures.getOrDefault(name, 0.0) : Double.NaN;
        } finally {
            lock.unlock();
        }
    }

    private void ask() {
        try {
            figures = source.get();
            known = true;
        } catch (RuntimeException e) {
            log.debug("Figures cannot be had", e); // whoever reads them sees that
            known = false;
        }
        until = nanos.getAsLong() + TIME.toNanos();
    }
}
