package io.freshmaker.api.leftover;

import io.freshmaker.api.value.Actor;
import org.axonframework.serialization.Revision;

/** A person has it tried again, having seen the failure {@code occasion}. */
@Revision("1")
public record LeftoverRetried(LeftoverId leftoverId, long occasion, Actor actor) implements LeftoverDomainEvent {}
