package io.freshmaker.query.order;

import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.command.NotHandled;
import io.freshmaker.query.web.ApiError;
import java.time.Duration;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends a command for a person who waits for the answer: 503 where nobody handles it in time. */
@Component
public class Orders {

    /** How long the person waits, at most, for another process to take over from one that died. */
    private static final Duration LIMIT = Duration.ofSeconds(12);

    private final Commands commands;

    Orders(Commands commands) {
        this.commands = commands;
    }

    /** Throws what the handler throws. */
    public void send(Object command) {
        try {
            commands.send(command, LIMIT);
        } catch (NoHandlerForCommandException | NotHandled e) {
            throw nobody();
        }
    }

    /** As {@link #send}, for a command that is answered: returns what its handler said. */
    public <A> A ask(Object command, Class<A> answer) {
        try {
            return commands.ask(command, answer, LIMIT);
        } catch (NoHandlerForCommandException | NotHandled e) {
            throw nobody();
        }
    }

    private static ApiError nobody() {
        return new ApiError(HttpStatus.SERVICE_UNAVAILABLE, "The command side is not there; try again soon.");
    }
}
