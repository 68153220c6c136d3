package io.freshmaker.query.request;

import io.freshmaker.query.web.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * One request at a time, in all processes together: of two that come at once the second finds what the first one began. A process
 * that dies loses its connection, and with it the lock.
 */
@Component
class Turns {

    private static final int LIMIT_SECONDS = 5;

    /** Any number that no other advisory lock in this database has. */
    private static final long LOCK = 0x72657175657374L;

    private static final String LOCK_IS_TAKEN = "55P03";

    private final DataSource database;
    private final ReentrantLock here = new ReentrantLock(true); // so that those who wait hold one connection, not all

    Turns(DataSource database) {
        this.database = database;
    }

    /** Throws {@link ApiError} 503 where others take longer than 5 s. */
    <T> T take(Supplier<T> work) {
        if (!tryHere()) throw busy();
        try (Connection connection = database.getConnection()) {
            if (!isLocked(connection)) throw busy();
            return whileLocked(connection, work);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Waiting for a turn", null, e);
        } finally {
            here.unlock();
        }
    }

    private boolean tryHere() {
        try {
            return here.tryLock(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> T whileLocked(Connection connection, Supplier<T> work) throws SQLException {
        try {
            return work.get();
        } finally {
            execute(connection, "select pg_advisory_unlock(?)");
        }
    }

    /** Waits for it. */
    private static boolean isLocked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '%ds'".formatted(LIMIT_SECONDS));
            execute(connection, "select pg_advisory_lock(?)");
            return true;
        } catch (SQLException e) {
            if (LOCK_IS_TAKEN.equals(e.getSQLState())) return false;
            throw e;
        } finally {
            try (Statement statement = connection.createStatement()) {
                statement.execute("reset lock_timeout");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static ApiError busy() {
        return new ApiError(HttpStatus.SERVICE_UNAVAILABLE, "Others are asking for rebuilds; try again soon.")
                .with("Retry-After", String.valueOf(LIMIT_SECONDS));
    }
}
