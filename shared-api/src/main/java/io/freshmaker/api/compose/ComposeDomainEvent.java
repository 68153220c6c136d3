package io.freshmaker.api.compose;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;

/** A stored fact about what one Event wants of one compose. */
public sealed interface ComposeDomainEvent extends DomainEvent
        permits ComposeRequested, ComposeAssigned, ComposeReady, ComposeFailed {

    ComposeId composeId();

    /** The Event whose builds wait for it. */
    EventId eventId();
}
