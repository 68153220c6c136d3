package io.freshmaker.api;

import io.freshmaker.api.value.EventId;

/** A stored fact. Its class name is stored for ever: it is never moved or renamed. */
public interface DomainEvent {

    /** The Event that the fact is about or that its build belongs to. */
    EventId eventId();
}
