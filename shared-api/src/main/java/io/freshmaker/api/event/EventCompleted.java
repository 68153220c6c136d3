package io.freshmaker.api.event;

import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/** Every build ended, with this tally. */
@Revision("1")
public record EventCompleted(EventId eventId, Tally tally) implements EventDomainEvent {}
