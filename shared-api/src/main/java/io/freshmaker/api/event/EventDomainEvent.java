package io.freshmaker.api.event;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.value.EventId;

/** A stored fact about an Event itself. */
public sealed interface EventDomainEvent extends DomainEvent
        permits EventRegistered,
                EventClassified,
                RebuildPlanned,
                RebuildActivated,
                EventCompleted,
                EventSkipped,
                EventFailed,
                EventCanceled {

    EventId eventId();
}
