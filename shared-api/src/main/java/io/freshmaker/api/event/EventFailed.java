package io.freshmaker.api.event;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/** It could not be planned. */
@Revision("1")
public record EventFailed(EventId eventId, Reason reason) implements EventDomainEvent {}
