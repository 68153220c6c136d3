package io.freshmaker.query.cancel;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.EventId;
import io.freshmaker.platform.reason.TypedReasons;
import io.freshmaker.query.build.Builds;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.order.Orders;
import io.freshmaker.query.progress.Patience;
import io.freshmaker.query.progress.Seen;
import io.freshmaker.query.progress.StoredFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for the end of an Event and waits a moment, so that the answer shows what came of it. */
@Component
class Cancel {

    private final Orders orders;
    private final StoredFacts facts;
    private final Seen seen;
    private final Builds builds;
    private final TypedReasons reasons;

    Cancel(Orders orders, StoredFacts facts, Seen seen, Builds builds, TypedReasons reasons) {
        this.orders = orders;
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
        orders.send(new CancelEvent(new EventId(event.eventKey()), actor));
        String fact = facts.newest(event.eventKey(), EventCanceled.class)
                .orElseThrow(
                        () -> new IllegalStateException("No fact says that " + event.eventKey() + " was canceled"));
        if (reason != null) reasons.keep(fact, reason);
        Patience patience = new Patience();
        if (seen.await(fact, patience)) patience.until(() -> !builds.anyOpen(event.number()));
        return fact;
    }
}
