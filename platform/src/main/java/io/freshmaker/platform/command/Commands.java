package io.freshmaker.platform.command;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;

/**
 * Sends commands from processors, jobs and requests, and waits for them. They never join the sender's transaction, and go in
 * chunks where they are many. All of them may be applied although the sender is told that they failed: they must be repeatable.
 */
public class Commands {

    private static final Duration TIME_OUT = Duration.ofSeconds(30);

    private final Sending sending;

    /** To handlers in this process. */
    public Commands(CommandBus bus, TransactionManager transactions) {
        this(new LocalSending(bus, transactions));
    }

    private Commands(Sending sending) {
        this.sending = sending;
    }

    /** To handlers in any process. */
    public static Commands acrossProcesses(CommandBus bus, Clock clock) {
        return new Commands(new ClusterSending(bus, clock));
    }

    /** Sends one command and waits until it is committed; throws what its handler threw. */
    public void send(Object command) {
        send(command, TIME_OUT);
    }

    /** Throws {@link NotHandled} after the limit. */
    public void send(Object command, Duration limit) {
        sending.send(List.of(command), limit);
    }

    /** As {@link #send(Object)}, for a command that is answered: returns what its handler said, which must be of that type. */
    public <A> A ask(Object command, Class<A> answer) {
        return ask(command, answer, TIME_OUT);
    }

    /** Throws {@link NotHandled} after the limit. */
    public <A> A ask(Object command, Class<A> answer, Duration limit) {
        return answer.cast(Objects.requireNonNull(sending.ask(command, limit), "no answer"));
    }

    /**
     * Sends commands and waits until all are committed. In one process they are handled in order; across processes those of one
     * chunk in any, so they must be for different aggregates.
     */
    public void sendAll(List<?> commands) {
        for (int from = 0; from < commands.size(); from += sending.most()) {
            int to = Math.min(from + sending.most(), commands.size());
            sending.send(List.copyOf(commands.subList(from, to)), TIME_OUT);
        }
    }
}
