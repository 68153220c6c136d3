package io.freshmaker.platform.wake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the other processes by PostgreSQL's NOTIFY: the first news at once, what comes in the 10 ms after that together. It comes
 * after the commit and on a connection of its own, because PostgreSQL lets only one transaction that notifies commit at a time.
 */
final class Notifier implements Neighbours, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Notifier.class);
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String sender;
    private final OwnConnection database;
    private final AtomicInteger pending = new AtomicInteger();
    private @Nullable Connection connection; // of the thread alone
    private boolean silent;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    Notifier(String sender, OwnConnection database) {
        this.sender = sender;
        this.database = database;
    }

    @Override
    public void tell(News news) {
        if (pending.getAndUpdate(all -> all | news.bit()) == 0) LockSupport.unpark(thread);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("wake-up-notifier").start(this::keepTelling);
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keepTelling() {
        while (running) {
            if (pending.get() == 0) LockSupport.park(this);
            else pause(told(pending.getAndSet(0)) ? PERIOD : PAUSE_AFTER_FAILURE);
        }
        disconnect();
    }

    private boolean told(int news) {
        try {
            send(words(news));
            silent = false;
            return true;
        } catch (SQLException e) {
            pending.updateAndGet(all -> all | news);
            if (!silent) log.warn("Other processes cannot be told of news, and look for themselves: {}", e.toString());
            silent = true;
            disconnect();
            return false;
        }
    }

    private void send(String words) throws SQLException {
        if (connection == null) connection = database.open();
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, Listener.CHANNEL);
            notify.setString(2, sender + " " + words);
            notify.execute();
        }
    }

    private static String words(int news) {
        return Arrays.stream(News.values())
                .filter(one -> (news & one.bit()) != 0)
                .map(News::word)
                .collect(Collectors.joining(" "));
    }

    /** To the end: the next news ends a single parking early. */
    private void pause(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && running; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    private void disconnect() {
        Connection old = connection;
        connection = null;
        try {
            if (old != null) old.close();
        } catch (SQLException e) {
            log.debug("A connection could not be closed", e); // it is of no use in any case
        }
    }
}
