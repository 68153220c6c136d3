package io.freshmaker.query.event;

import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.api.wire.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An Event as the facts that were seen make it. */
record ProjectedEvent(String key, EventJson json, boolean listed) {

    static ProjectedEvent after(@Nullable ProjectedEvent before, EventDomainEvent fact, Instant at) {
        EventJson next = Wire.after(before == null ? null : before.json, fact, at);
        return new ProjectedEvent(fact.eventId().value(), next, !isWithoutCandidates(fact));
    }

    /** Most messages concern nothing that is ours; lists leave their Events out (contract §2). */
    private static boolean isWithoutCandidates(EventDomainEvent fact) {
        return fact instanceof EventSkipped skipped && skipped.reason().code() == ReasonCode.NO_CANDIDATES;
    }
}
