package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.inbound.parser.Interpretation.Ignored;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import io.freshmaker.messaging.inbound.parser.Interpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works off a few stored messages: asks what each means, does what follows, records the outcome. A crash in between leaves the
 * row as it was, and all of it may be done twice: the command is known by its trigger. What fails is tried again later and
 * blocks no other.
 */
@Component
class IntakeRound {

    private static final Logger log = LoggerFactory.getLogger(IntakeRound.class);
    private static final int SIZE = 100;

    private final IncomingMessages messages;
    private final Interpreter interpreter;
    private final Reactions reactions;
    private final Attempts attempts;
    private final Parking parking;
    private final BusMetrics metrics;
    private final TransactionOperations transactions;

    IntakeRound(
            IncomingMessages messages,
            Interpreter interpreter,
            Reactions reactions,
            Attempts attempts,
            Parking parking,
            BusMetrics metrics,
            TransactionOperations transactions) {
        this.messages = messages;
        this.interpreter = interpreter;
        this.reactions = reactions;
        this.attempts = attempts;
        this.parking = parking;
        this.metrics = metrics;
        this.transactions = transactions;
    }

    /** How many messages were looked at. The rows stay locked meanwhile; commands have transactions of their own. */
    int workOff() {
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<IncomingMessage> taken = messages.takeReceived(SIZE);
            List<Understood> understood = new ArrayList<>();
            for (IncomingMessage message : taken) workOff(message).ifPresent(understood::add);
            reactions.reactTo(understood);
            return taken.size();
        }));
    }

    /** What is left to react to, for all of that is done together. */
    private Optional<Understood> workOff(IncomingMessage message) {
        switch (interpreter.interpret(message.delivered()::read)) {
            case Ignored(var why) -> ignore(message, why);
            case Broken(var why) -> attempts.attempt(message, () -> park(message, why));
            case Meant meant -> {
                return Optional.of(new Understood(message, meant));
            }
        }
        return Optional.empty();
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
}
