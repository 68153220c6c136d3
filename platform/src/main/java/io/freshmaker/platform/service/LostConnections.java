package io.freshmaker.platform.service;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of the log what dozens of threads would say when PostgreSQL has ended: it is said once in one sentence, and
 * everything that failed for it is done again.
 */
public final class LostConnections extends Filter<ILoggingEvent> {

    private static final String CONNECTION_CLOSED = "Connection is closed"; // the pool's, which has no state

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean lost = event.getThrowableProxy() instanceof ThrowableProxy proxy && areCauseOf(proxy.getThrowable());
        return lost ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** Whether it failed because PostgreSQL could not be reached, or not any more. */
    static boolean areCauseOf(Throwable failure) {
        return causes(failure).anyMatch(LostConnections::isLost);
    }

    /** PostgreSQL's classes 08 (connection) and 57P (the server is going down or coming up). */
    private static boolean isLost(Throwable cause) {
        if (!(cause instanceof SQLException failure)) return false;
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return state.startsWith("08") || state.startsWith("57P") || CONNECTION_CLOSED.equals(failure.getMessage());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure, Objects::nonNull, cause -> cause == null ? null : cause.getCause())
                .map(Objects::requireNonNull)
                .limit(50);
    }
}
