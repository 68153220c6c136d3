package io.freshmaker.platform.command;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.distributed.CommandBusConnectorCommunicationException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.jspecify.annotations.Nullable;

/** A command that was sent once, and what came of it. */
final class Attempt {

    private final CommandMessage<Object> command;
    private final FutureCallback<Object, Object> answer;
    private @Nullable Throwable failure;
    private @Nullable Object said;

    Attempt(CommandMessage<Object> command, FutureCallback<Object, Object> answer) {
        this.command = command;
        this.answer = answer;
    }

    CommandMessage<Object> command() {
        return command;
    }

    /** Waits for the answer. */
    boolean succeeded(Duration patience) {
        var result = answer.getResult(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
        failure = result.isExceptional() ? result.exceptionResult() : null;
        said = result.isExceptional() ? null : result.getPayload();
        return failure == null;
    }

    /** What the handler answered, where it succeeded. */
    @Nullable
    Object said() {
        return said;
    }

    /** Throws what the handler threw, where sending it again would not help. */
    void throwUnlessRepeatable() {
        if (!isRepeatable(failure())) throw LocalSending.asRuntime(failure());
    }

    NotHandled notHandled(Duration limit) {
        return new NotHandled(
                "%s was handled by nobody within %d s: %s"
                        .formatted(command.getCommandName(), limit.toSeconds(), innermost(failure())),
                failure());
    }

    private Throwable failure() {
        return Objects.requireNonNull(failure);
    }

    /** Of what comes from another process, the outer exceptions only say so. */
    private static Throwable innermost(Throwable thrown) {
        return thrown.getCause() == null ? thrown : innermost(thrown.getCause());
    }

    private static boolean isRepeatable(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof CommandBusConnectorCommunicationException
                || failure instanceof CommandDispatchException
                || CommandFailure.of(failure).isPresent();
    }
}
