package io.freshmaker.messaging.inbound;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.submission.SubmissionCommand;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.messaging.inbound.IncomingMessages.Result;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import java.util.Optional;

/** A stored message with what it means. */
record Understood(IncomingMessage message, Meant meant) {

    Optional<Trigger> trigger() {
        return meant.meaning().trigger();
    }

    /** An Event belongs to its trigger: the same news under another message id registers nothing new, but a dry run. */
    Optional<RegisterEvent> registration() {
        boolean dryRun = meant.dryRun() || meant.meaning().dryRun();
        return trigger().map(trigger -> RegisterEvent.of(meant.messageId(), trigger, dryRun));
    }

    Optional<SubmissionCommand> hint() {
        return meant.meaning().hint();
    }

    /** What it comes to in the end; {@code concernsUs} is what was answered to the hint. */
    Result result(boolean concernsUs) {
        Optional<RegisterEvent> registration = registration();
        if (registration.isPresent()) {
            String event = registration.get().eventId().value();
            return new Result(message, Outcome.REGISTERED, null, event);
        }
        return concernsUs
                ? new Result(message, Outcome.APPLIED, null, null)
                : new Result(message, Outcome.IGNORED, "no build of ours", null);
    }
}
