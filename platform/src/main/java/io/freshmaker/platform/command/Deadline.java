package io.freshmaker.platform.command;

import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;

/** Until when a command may be handled. It travels with it, so the clocks of all machines must agree within seconds. */
public final class Deadline {

    private static final String KEY = "deadline";

    private Deadline() {}

    static <C> CommandMessage<C> set(CommandMessage<C> command, Instant deadline) {
        return command.andMetaData(Map.of(KEY, deadline.toEpochMilli()));
    }

    /** Throws, with {@link CommandFailure.Kind#EXPIRED}, when it is past. A command without one never expires. */
    public static void check(CommandMessage<?> command, Instant now) {
        if (command.getMetaData().get(KEY) instanceof Number deadline && now.toEpochMilli() > deadline.longValue()) {
            throw new CommandExecutionException(
                    "%s came too late to be handled".formatted(command.getCommandName()),
                    null,
                    new CommandFailure(CommandFailure.Kind.EXPIRED));
        }
    }
}
