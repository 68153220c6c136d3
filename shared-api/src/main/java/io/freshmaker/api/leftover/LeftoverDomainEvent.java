package io.freshmaker.api.leftover;

import io.freshmaker.api.DomainEvent;

/** A stored fact about something that was left over. It belongs to no Event. */
public sealed interface LeftoverDomainEvent extends DomainEvent permits LeftoverRetried, LeftoverDropped {

    LeftoverId leftoverId();
}
