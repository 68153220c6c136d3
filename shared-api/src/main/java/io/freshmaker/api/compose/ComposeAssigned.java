package io.freshmaker.api.compose;

import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/**
 * ODCS makes it, or has made it, as {@code odcsId}. Again with another number where that one was renewed.
 *
 * @param shared whether another Event had asked for the same and got this one
 */
@Revision("1")
public record ComposeAssigned(ComposeId composeId, EventId eventId, long odcsId, boolean shared)
        implements ComposeDomainEvent {}
