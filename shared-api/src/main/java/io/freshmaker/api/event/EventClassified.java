package io.freshmaker.api.event;

import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/**
 * It is known of which type the Event of a request is: its advisory was looked up (decision 0033). Comes once at most, before anything
 * is planned.
 */
@Revision("1")
public record EventClassified(EventId eventId, EventType type) implements EventDomainEvent {}
