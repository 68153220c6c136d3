package io.freshmaker.messaging.inbound;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.value.EventId;
import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.inbound.parser.Escaped;
import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.inbound.parser.Interpretation.Ignored;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import io.freshmaker.messaging.inbound.parser.Interpreter;
import io.freshmaker.platform.command.Commands;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
    private static final int SIZE = 16;
    private static final int LONGEST_PAUSE_EXPONENT = 6;

    private final IncomingMessages messages;
    private final Interpreter interpreter;
    private final Commands commands;
    private final Parking parking;
    private final BusMetrics metrics;
    private final TransactionOperations transactions;

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
            taken.forEach(this::workOff);
            return taken.size();
        }));
    }

    private void workOff(IncomingMessage message) {
        Delivered delivered = message.delivered();
        switch (interpreter.interpret(delivered.routingKey(), delivered.messageId(), delivered.body())) {
            case Ignored(var why) -> ignore(message, why);
            case Meant meant -> attempt(message, () -> register(message, meant));
            case Broken(var why) -> attempt(message, () -> park(message, why));
        }
    }

    private void ignore(IncomingMessage message, String why) {
        messages.record(message, Outcome.IGNORED, why, null);
        metrics.ignored();
    }

    private void register(IncomingMessage message, Meant meant) {
        EventId event = EventId.ofMessage(meant.messageId());
        try (var _ = MDC.putCloseable("messageId", meant.messageId());
                var _ = MDC.putCloseable("eventId", event.value())) {
            commands.send(new RegisterEvent(event, meant.messageId(), meant.trigger()));
            messages.record(message, Outcome.REGISTERED, null, event.value());
            log.info(
                    "Message {} registered as {}: {}",
                    meant.messageId(),
                    event,
                    meant.trigger().searchKey());
        }
        metrics.processed();
    }

    private void park(IncomingMessage message, String why) {
        parking.park(message, why);
        messages.record(message, Outcome.PARKED, why, null);
        metrics.failed();
        log.warn("Message in row {} parked: {}", message.id(), why);
    }

    private void attempt(IncomingMessage message, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Duration pause = Duration.ofSeconds(1L << Math.min(message.attempts(), LONGEST_PAUSE_EXPONENT));
            log.warn("Message in row {} failed, again in {} s", message.id(), pause.toSeconds(), e);
            messages.retryIn(pause, message, Escaped.of(e.toString()));
            metrics.failed();
        }
    }
}
