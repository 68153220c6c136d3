package io.freshmaker.query.event;

import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.api.wire.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An Event as the facts that were seen make it.
 *
 * @param created when it was registered
 * @param canceledBy who is anybody has no id that could be looked up
 */
record ProjectedEvent(
        String key,
        EventJson json,
        boolean listed,
        Instant created,
        Keywords keywords,
        @Nullable String canceledBy) {

    static ProjectedEvent after(@Nullable ProjectedEvent before, EventDomainEvent fact, Instant at) {
        EventJson next = Wire.after(before == null ? null : before.json, fact, at);
        return new ProjectedEvent(
                fact.eventId().value(),
                next,
                !isWithoutCandidates(fact),
                before == null ? at : before.created,
                (before == null ? Keywords.NONE : before.keywords).after(fact),
                canceledBy(before, fact));
    }

    ProjectedEvent withDepending(int event) {
        return new ProjectedEvent(key, json.withDepending(event), listed, created, keywords, canceledBy);
    }

    private static @Nullable String canceledBy(@Nullable ProjectedEvent before, EventDomainEvent fact) {
        if (!(fact instanceof EventCanceled canceled)) return before == null ? null : before.canceledBy;
        return canceled.actor().equals(Actor.ANYONE) ? null : canceled.actor().value();
    }

    /** Most messages concern nothing that is ours; lists leave their Events out (contract §2). */
    private static boolean isWithoutCandidates(EventDomainEvent fact) {
        return fact instanceof EventSkipped skipped && skipped.reason().code() == ReasonCode.NO_CANDIDATES;
    }
}
