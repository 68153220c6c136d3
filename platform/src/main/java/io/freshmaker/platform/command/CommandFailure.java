package io.freshmaker.platform.command;

import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** A failure after which the same command may be sent again. It travels across processes as the detail of an exception. */
public record CommandFailure(Kind kind) {

    /** Why nothing was changed. */
    public enum Kind {
        /** It came too late, so its sender may have given it up. */
        EXPIRED,
        /** Another process was quicker in changing the same aggregate. */
        CONFLICT,
        /** It came to a process that does not handle it any more. */
        NO_HANDLER,
        /** Its handler could not reach the database, or not any more. */
        NO_DATABASE
    }

    /** What that exception is for the sender: empty when sending again would not help. */
    public static Optional<CommandFailure> of(Throwable thrown) {
        Optional<CommandFailure> known = HandlerExecutionException.<Object>resolveDetails(thrown)
                .filter(CommandFailure.class::isInstance)
                .map(CommandFailure.class::cast);
        if (known.isPresent()) return known;
        return switch (thrown) {
            case ConcurrencyException _, AggregateStreamCreationException _ ->
                Optional.of(new CommandFailure(Kind.CONFLICT));
            case NoHandlerForCommandException _ -> Optional.of(new CommandFailure(Kind.NO_HANDLER));
            default -> lostDatabase(thrown) ? Optional.of(new CommandFailure(Kind.NO_DATABASE)) : Optional.empty();
        };
    }

    /** PostgreSQL's classes 08 (connection), 57P (it goes down or comes up), and 25P03: its transaction was silent for too long. */
    private static boolean lostDatabase(@Nullable Throwable thrown) {
        if (thrown == null) return false;
        String state = thrown instanceof SQLException failure ? String.valueOf(failure.getSQLState()) : "";
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("25P03")
                || lostDatabase(thrown.getCause());
    }
}
