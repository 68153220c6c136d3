package io.freshmaker.platform.command;

import io.freshmaker.platform.pause.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.jspecify.annotations.Nullable;

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
        handled(commands, limit);
    }

    @Override
    public @Nullable Object ask(Object command, Duration limit) {
        return handled(List.of(command), limit).getFirst().said();
    }

    /** Sends them until each was handled, and returns how that went; in no order. */
    private List<Attempt> handled(List<?> commands, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        List<CommandMessage<Object>> open = commands.stream()
                .<CommandMessage<Object>>map(GenericCommandMessage::asCommandMessage)
                .toList();
        List<Attempt> handled = new ArrayList<>();
        List<Attempt> failed = failed(open, left(end), handled);
        while (!failed.isEmpty()) {
            failed.forEach(Attempt::throwUnlessRepeatable);
            Duration pause = pauses.next();
            if (left(end).compareTo(pause) <= 0) throw failed.getFirst().notHandled(limit);
            sleep(pause);
            failed = failed(failed.stream().map(Attempt::command).toList(), left(end), handled);
        }
        return handled;
    }

    /** Sends all of them, waits for all answers, and returns those that were not handled; the others are added. */
    private List<Attempt> failed(List<CommandMessage<Object>> commands, Duration left, List<Attempt> handled) {
        Duration patience = left.compareTo(ANSWER) < 0 ? left : ANSWER;
        long end = System.nanoTime() + patience.toNanos();
        List<Attempt> attempts =
                commands.stream().map(command -> attempt(command, patience)).toList();
        Map<Boolean, List<Attempt>> succeeded =
                attempts.stream().collect(Collectors.partitioningBy(attempt -> attempt.succeeded(left(end))));
        handled.addAll(succeeded.getOrDefault(true, List.of()));
        return succeeded.getOrDefault(false, List.of());
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
