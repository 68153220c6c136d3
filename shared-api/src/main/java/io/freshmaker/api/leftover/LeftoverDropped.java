package io.freshmaker.api.leftover;

import io.freshmaker.api.value.Actor;
import org.axonframework.serialization.Revision;

/** A person gave it up, having seen the failure {@code occasion}. {@code reasonKey} leads to the reason, unless that was cleared. */
@Revision("1")
public record LeftoverDropped(LeftoverId leftoverId, long occasion, Actor actor, String reasonKey)
        implements LeftoverDomainEvent {}
