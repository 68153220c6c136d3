package io.freshmaker.api.event;

import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/** Something changed. {@code number} is the id in the API. */
@Revision("1")
public record EventRegistered(EventId eventId, int number, String messageId, Trigger trigger)
        implements EventDomainEvent {}
