package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.submission.SubmissionCommand;
import io.freshmaker.api.trigger.Trigger;
import java.util.Optional;

/**
 * What a message says to us: that something changed, that somebody should ask about what we asked for, or both.
 *
 * @param dryRun whether it wants everything planned and nothing built, whatever its headers say
 */
public record Meaning(Optional<Trigger> trigger, Optional<SubmissionCommand> hint, boolean dryRun) {

    static Meaning of(Trigger trigger) {
        return of(trigger, false);
    }

    static Meaning of(Trigger trigger, boolean dryRun) {
        return new Meaning(Optional.of(trigger), Optional.empty(), dryRun);
    }

    static Meaning of(SubmissionCommand hint) {
        return new Meaning(Optional.empty(), Optional.of(hint), false);
    }

    static Meaning of(Trigger trigger, SubmissionCommand hint) {
        return new Meaning(Optional.of(trigger), Optional.of(hint), false);
    }
}
