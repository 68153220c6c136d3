package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.bus.NotConfirmed;
import io.freshmaker.messaging.inbound.parser.Escaped;
import io.freshmaker.platform.command.NotHandled;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does what a message asks for; when that fails, the message waits, ever longer, 64 s at most, and blocks no other. */
@Component
class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);
    private static final int LONGEST_PAUSE_EXPONENT = 6;

    private final IncomingMessages messages;
    private final BusMetrics metrics;

    Attempts(IncomingMessages messages, BusMetrics metrics) {
        this.messages = messages;
        this.metrics = metrics;
    }

    /** False when nobody handles commands at the moment, so that there is no use in going on. */
    boolean attempt(IncomingMessage message, Runnable work) {
        Duration pause = Duration.ofSeconds(1L << Math.min(message.attempts(), LONGEST_PAUSE_EXPONENT));
        try {
            work.run();
        } catch (NotConfirmed | NotHandled e) {
            log.warn("Message in row {} waits, again in {} s: {}", message.id(), pause.toSeconds(), e.getMessage());
            tryAgain(message, pause, e);
            return e instanceof NotConfirmed;
        } catch (RuntimeException e) {
            log.warn("Message in row {} failed, again in {} s", message.id(), pause.toSeconds(), e);
            tryAgain(message, pause, e);
        }
        return true;
    }

    private void tryAgain(IncomingMessage message, Duration pause, RuntimeException cause) {
        messages.retryIn(pause, message, Escaped.of(cause.toString()));
        metrics.failed();
    }
}
