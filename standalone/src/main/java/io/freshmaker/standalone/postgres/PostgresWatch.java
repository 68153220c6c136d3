package io.freshmaker.standalone.postgres;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks four times a second whether PostgreSQL runs, and starts it again when it does not. */
final class PostgresWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresWatch.class);
    private static final long PERIOD_MILLIS = 250;
    private static final long RETRY_MILLIS = 2_000;

    private final PostgresServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private PostgresWatch(PostgresServer server) {
        this.server = server;
        thread = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
    }

    static PostgresWatch over(PostgresServer server) {
        PostgresWatch watch = new PostgresWatch(server);
        watch.thread.start();
        return watch;
    }

    /** Returns when no restart is under way any more. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        long pause = PERIOD_MILLIS;
        while (!isClosedWithin(pause)) {
            pause = server.runs() || startAgain() ? PERIOD_MILLIS : RETRY_MILLIS;
        }
    }

    private boolean startAgain() {
        long begun = System.nanoTime();
        try {
            server.startAgain();
            log.warn(
                    "PostgreSQL had ended unexpectedly and was started again on port {} within {} ms",
                    server.port(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            return true;
        } catch (RuntimeException e) {
            log.error("PostgreSQL has ended and cannot be started again yet: {}", e.getMessage());
            return false;
        }
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
