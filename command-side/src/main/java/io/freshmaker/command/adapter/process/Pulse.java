package io.freshmaker.command.adapter.process;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Does one thing again and again: after every interval, and at once when woken. It goes on after a failure. */
final class Pulse {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final Duration interval;
    private final Runnable beat;
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private volatile @Nullable Thread thread;
    private boolean failing;

    Pulse(String name, Duration interval, Runnable beat) {
        this.name = name;
        this.interval = interval;
        this.beat = beat;
    }

    /** Also after a stop. */
    void start() {
        Thread started =
                Thread.ofPlatform().name("process builder: " + name).daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    void wake() {
        bell.offer(true);
    }

    /** Waits a short time for the beat that is going on. */
    void stop() throws InterruptedException {
        Thread stopped = thread;
        thread = null;
        wake();
        if (stopped != null) stopped.join(PATIENCE);
    }

    private void run() {
        try {
            while (thread == Thread.currentThread()) {
                beat();
                bell.poll(interval.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            beat.run();
            if (failing) log.info("The process builder can {} again", name);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) complain(e);
            failing = true;
        }
    }

    /** That the database is away says all; anything else is a mistake of ours, to be found by its trace. */
    private void complain(RuntimeException failure) {
        if (failure instanceof DataAccessException) {
            log.warn("The process builder cannot {}; it goes on trying: {}", name, failure.getMessage());
        } else {
            log.warn("The process builder cannot {}; it goes on trying", name, failure);
        }
    }
}
