package io.freshmaker.standalone.house;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one sentence that a PostgreSQL which somebody else runs has gone, and in one that it is back. */
final class DatabaseWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int LIMIT_SECONDS = 5;

    private final DataSource database;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean gone;

    private DatabaseWatch(DataSource database) {
        this.database = database;
    }

    static DatabaseWatch over(DataSource database) {
        DatabaseWatch watch = new DatabaseWatch(database);
        Thread.ofPlatform().daemon().name("database-watch").start(watch::keepLooking);
        return watch;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void keepLooking() {
        try {
            while (!closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) look();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(LIMIT_SECONDS)) throw new SQLException("it does not answer");
            if (gone) log.info("PostgreSQL is back; what waited for it goes on by itself");
            gone = false;
        } catch (SQLException e) {
            if (!gone && closed.getCount() > 0) log.warn("PostgreSQL has gone, and is waited for: {}", innermost(e));
            gone = true;
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof SQLException ? innermost(cause) : String.valueOf(failure.getMessage());
    }
}
