package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.submission.SubmissionCommand;
import io.freshmaker.api.trigger.Trigger;
import java.util.Optional;

/** What a message says to us: that something changed, that somebody should ask about what we asked for, or both. */
public record Meaning(Optional<Trigger> trigger, Optional<SubmissionCommand> hint) {

    static Meaning of(Trigger trigger) {
        return new Meaning(Optional.of(trigger), Optional.empty());
    }

    static Meaning of(SubmissionCommand hint) {
        return new Meaning(Optional.empty(), Optional.of(hint));
    }

    static Meaning of(Trigger trigger, SubmissionCommand hint) {
        return new Meaning(Optional.of(trigger), Optional.of(hint));
    }
}
