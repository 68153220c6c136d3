package io.freshmaker.platform.wake;

import io.freshmaker.platform.pause.Pauses;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hears what other processes tell, and wakes who waits for it. A connection that is lost, or only looks alive, is made again; then
 * everybody is woken, for what was told meanwhile nobody heard.
 */
final class Listener implements SmartLifecycle {

    static final String CHANNEL = "freshmaker";

    private static final Logger log = LoggerFactory.getLogger(Listener.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final String self;
    private final OwnConnection database;
    private final List<Sleeper> sleepers;
    private final Duration silence;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Connection connection;
    private final Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
    private @Nullable Thread thread;

    /** @param silence after so long without a word it asks whether the database is still there */
    Listener(String self, OwnConnection database, List<Sleeper> sleepers, Duration silence) {
        this.self = self;
        this.database = database;
        this.sleepers = sleepers;
        this.silence = silence;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("wake-up-listener").start(this::keepListening);
    }

    @Override
    public void stop() {
        stopped.countDown();
        Connection open = connection;
        try {
            if (open != null) open.abort(Runnable::run);
            if (thread != null) thread.join(LAST_WORDS);
        } catch (SQLException e) {
            log.debug("The connection for wake-ups could not be closed", e); // it ends with the process
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void keepListening() {
        try {
            do listen();
            while (!stopped.await(pauses.next().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (Connection open = database.open();
                Statement statement = open.createStatement()) {
            connection = open;
            statement.execute("listen " + CHANNEL);
            if (!pauses.areAtTheirStart()) log.info("News of other processes are heard again");
            pauses.succeeded();
            wake(_ -> true);
            while (isRunning()) hear(open.unwrap(PGConnection.class), statement);
        } catch (SQLException | RuntimeException e) {
            if (isRunning()) lost(e);
        } finally {
            connection = null;
        }
    }

    private void lost(Exception cause) {
        if (pauses.areAtTheirStart())
            log.warn("News of other processes are not heard for now, so that all is looked for: {}", cause.toString());
    }

    private void hear(PGConnection open, Statement statement) throws SQLException {
        PGNotification[] heard = open.getNotifications((int) silence.toMillis());
        if (heard.length == 0) statement.execute("select 1"); // fails in time, if it only looks alive
        for (PGNotification one : heard) understand(one.getParameter().split(" "));
    }

    /** The sender, and what it has. */
    private void understand(String[] words) {
        if (words[0].equals(self)) return; // whoever waits here knows already
        Arrays.stream(words)
                .skip(1)
                .map(News::of)
                .flatMap(Optional::stream)
                .forEach(news -> wake(sleeper -> sleeper.waitsFor() == news));
    }

    private void wake(Predicate<Sleeper> wanted) {
        sleepers.stream().filter(wanted).forEach(Sleeper::wake);
    }
}
