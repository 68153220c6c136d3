package io.freshmaker.query.cancel;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.EventId;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.command.NotHandled;
import io.freshmaker.platform.reason.TypedReasons;
import io.freshmaker.query.build.Builds;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.progress.Patience;
import io.freshmaker.query.progress.Seen;
import io.freshmaker.query.progress.StoredFacts;
import io.freshmaker.query.web.ApiError;
import java.time.Duration;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Asks for the end of an Event and waits a moment, so that the answer shows what came of it. */
@Component
class Cancel {

    /** How long the person waits, at most, for another process to take over from one that died. */
    private static final Duration LIMIT = Duration.ofSeconds(12);

    private final Commands commands;
    private final StoredFacts facts;
    private final Seen seen;
    private final Builds builds;
    private final TypedReasons reasons;

    Cancel(Commands commands, StoredFacts facts, Seen seen, Builds builds, TypedReasons reasons) {
        this.commands = commands;
        this.facts = facts;
        this.seen = seen;
        this.builds = builds;
        this.reasons = reasons;
    }

    /**
     * The id of the fact; throws what {@link IllegalTransition#in} finds a refusal in when the Event has ended.
     *
     * @param reason why the person wants it; null when none was given
     */
    String cancel(EventRow event, Actor actor, @Nullable String reason) {
        send(new CancelEvent(new EventId(event.eventKey()), actor));
        String fact = facts.newest(event.eventKey(), EventCanceled.class)
                .orElseThrow(
                        () -> new IllegalStateException("No fact says that " + event.eventKey() + " was canceled"));
        if (reason != null) reasons.keep(fact, reason);
        Patience patience = new Patience();
        if (seen.await(fact, patience)) patience.until(() -> !builds.anyOpen(event.number()));
        return fact;
    }

    private void send(CancelEvent command) {
        try {
            commands.send(command, LIMIT);
        } catch (NoHandlerForCommandException | NotHandled e) {
            throw new ApiError(HttpStatus.SERVICE_UNAVAILABLE, "The command side is not there; try again soon.");
        }
    }
}
