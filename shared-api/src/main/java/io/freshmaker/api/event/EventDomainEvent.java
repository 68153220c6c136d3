package io.freshmaker.api.event;

import io.freshmaker.api.DomainEvent;

/** A stored fact about an Event itself. */
public sealed interface EventDomainEvent extends DomainEvent
        permits EventRegistered,
                RebuildPlanned,
                RebuildActivated,
                EventCompleted,
                EventSkipped,
                EventFailed,
                EventCanceled {}
