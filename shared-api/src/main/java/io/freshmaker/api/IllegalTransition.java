package io.freshmaker.api;

import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.HandlerExecutionException;

/**
 * A person asked for something that the state of the Event or build does not allow. Asking again will not help. Of an exception
 * only its details reach another process, so there the refusal is found in these.
 */
public class IllegalTransition extends CommandExecutionException {

    /** What the person is told. */
    public record Refusal(String reason) {}

    public IllegalTransition(String reason) {
        super(reason, null, new Refusal(reason));
    }

    /** The refusal, if that is why a command failed, in whatever process. */
    public static Optional<Refusal> in(Throwable failure) {
        return HandlerExecutionException.<Object>resolveDetails(failure)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast);
    }
}
