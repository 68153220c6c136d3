package io.freshmaker.messaging.inbound;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.value.EventId;
import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.bus.NotConfirmed;
import io.freshmaker.messaging.inbound.IncomingMessages.Result;
import io.freshmaker.messaging.inbound.parser.Escaped;
import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.inbound.parser.Interpretation.Ignored;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import io.freshmaker.messaging.inbound.parser.Interpreter;
import io.freshmaker.platform.command.Commands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works off a few stored messages: asks what each means, does what follows, records the outcome. A crash in between leaves the
 * row as it was, and all of it may be done twice: the command is known by the message's id. What fails is tried again later and
 * blocks no other.
 */
@Component
class IntakeRound {

    private static final Logger log = LoggerFactory.getLogger(IntakeRound.class);
    private static final int SIZE = 100;
    private static final int LONGEST_PAUSE_EXPONENT = 6;

    private final IncomingMessages messages;
    private final Interpreter interpreter;
    private final Commands commands;
    private final Parking parking;
    private final BusMetrics metrics;
    private final TransactionOperations transactions;

    /** A message that is to become an Event. */
    private record Registration(IncomingMessage message, Meant meant) {
        EventId event() {
            return EventId.ofMessage(meant.messageId());
        }

        RegisterEvent command() {
            return new RegisterEvent(event(), meant.messageId(), meant.trigger());
        }

        Result result() {
            return new Result(message, Outcome.REGISTERED, null, event().value());
        }
    }

    IntakeRound(
            IncomingMessages messages,
            Interpreter interpreter,
            Commands commands,
            Parking parking,
            BusMetrics metrics,
            TransactionOperations transactions) {
        this.messages = messages;
        this.interpreter = interpreter;
        this.commands = commands;
        this.parking = parking;
        this.metrics = metrics;
        this.transactions = transactions;
    }

    /** How many messages were looked at. The rows stay locked meanwhile; commands have transactions of their own. */
    int workOff() {
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<IncomingMessage> taken = messages.takeReceived(SIZE);
            List<Registration> registrations = new ArrayList<>();
            for (IncomingMessage message : taken) workOff(message).ifPresent(registrations::add);
            registerAll(registrations);
            return taken.size();
        }));
    }

    /** What is to be registered, for all of that is done together. */
    private Optional<Registration> workOff(IncomingMessage message) {
        Delivered delivered = message.delivered();
        switch (interpreter.interpret(delivered.routingKey(), delivered.messageId(), delivered.body())) {
            case Ignored(var why) -> ignore(message, why);
            case Broken(var why) -> attempt(message, () -> park(message, why));
            case Meant meant -> {
                return Optional.of(new Registration(message, meant));
            }
        }
        return Optional.empty();
    }

    /** In one transaction; one by one, when one of them fails. */
    private void registerAll(List<Registration> registrations) {
        if (registrations.isEmpty()) return;
        try {
            commands.sendAll(registrations.stream().map(Registration::command).toList());
        } catch (RuntimeException e) {
            registrations.forEach(one -> attempt(one.message(), () -> {
                commands.send(one.command());
                recordAll(List.of(one));
            }));
            return;
        }
        recordAll(registrations);
    }

    private void recordAll(List<Registration> registered) {
        messages.recordAll(registered.stream().map(Registration::result).toList());
        registered.forEach(this::say);
    }

    private void say(Registration registered) {
        EventId event = registered.event();
        String messageId = registered.meant().messageId();
        try (var _ = MDC.putCloseable("messageId", messageId);
                var _ = MDC.putCloseable("eventId", event.value())) {
            log.info(
                    "Message {} registered as {}: {}",
                    messageId,
                    event,
                    registered.meant().trigger().searchKey());
        }
        metrics.processed();
    }

    private void ignore(IncomingMessage message, String why) {
        messages.record(message, Outcome.IGNORED, why, null);
        metrics.ignored();
    }

    private void park(IncomingMessage message, String why) {
        parking.park(message, why);
        messages.record(message, Outcome.PARKED, why, null);
        metrics.failed();
        log.warn("Message in row {} parked: {}", message.id(), why);
    }

    private void attempt(IncomingMessage message, Runnable work) {
        Duration pause = Duration.ofSeconds(1L << Math.min(message.attempts(), LONGEST_PAUSE_EXPONENT));
        try {
            work.run();
        } catch (NotConfirmed e) {
            log.warn("Message in row {} waits, again in {} s: {}", message.id(), pause.toSeconds(), e.getMessage());
            tryAgain(message, pause, e);
        } catch (RuntimeException e) {
            log.warn("Message in row {} failed, again in {} s", message.id(), pause.toSeconds(), e);
            tryAgain(message, pause, e);
        }
    }

    private void tryAgain(IncomingMessage message, Duration pause, RuntimeException cause) {
        messages.retryIn(pause, message, Escaped.of(cause.toString()));
        metrics.failed();
    }
}
