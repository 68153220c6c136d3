package io.freshmaker.platform.command;

import io.freshmaker.platform.pause.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;

/**
 * Across processes: some at a time, each handled in a transaction of its own wherever its aggregate is. What was not answered, or
 * could not be handled at the moment, is sent again as the same command, later and later, until the limit.
 */
final class ClusterSending implements Sending {

    private static final int AT_ONCE = 32;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    /** How long one answer is waited for. A process that was paused does not even hear that another one has died. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final CommandBus bus;
    private final Clock clock;

    ClusterSending(CommandBus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public int most() {
        return AT_ONCE;
    }

    @Override
    public void send(List<?> commands, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        List<CommandMessage<Object>> open = commands.stream()
                .<CommandMessage<Object>>map(GenericCommandMessage::asCommandMessage)
                .toList();
        List<Attempt> failed = failed(open, left(end));
        while (!failed.isEmpty()) {
            failed.forEach(Attempt::throwUnlessRepeatable);
            Duration pause = pauses.next();
            if (left(end).compareTo(pause) <= 0) throw failed.getFirst().notHandled(limit);
            sleep(pause);
            failed = failed(failed.stream().map(Attempt::command).toList(), left(end));
        }
    }

    /** Sends all of them, waits for all answers, and returns those that were not handled. */
    private List<Attempt> failed(List<CommandMessage<Object>> commands, Duration left) {
        Duration patience = left.compareTo(ANSWER) < 0 ? left : ANSWER;
        long end = System.nanoTime() + patience.toNanos();
        List<Attempt> attempts =
                commands.stream().map(command -> attempt(command, patience)).toList();
        return attempts.stream()
                .filter(attempt -> !attempt.succeeded(left(end)))
                .toList();
    }

    private Attempt attempt(CommandMessage<Object> command, Duration patience) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(Deadline.set(command, clock.instant().plus(patience)), answer);
        return new Attempt(command, answer);
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private static void sleep(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before a command could be sent again", e);
        }
    }
}
