package io.freshmaker.api.leftover;

import io.freshmaker.api.value.Actor;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What a person can do about something that is left over. {@code occasion} says which failure the person saw: it grows each time
 * that the thing fails. An occasion that somebody has acted on already is refused with {@link io.freshmaker.api.IllegalTransition}.
 */
public sealed interface LeftoverCommand {

    LeftoverId leftoverId();

    long occasion();

    /** It is to be tried again now. */
    record RetryLeftover(@TargetAggregateIdentifier LeftoverId leftoverId, long occasion, Actor actor)
            implements LeftoverCommand {}

    /** It is never to be tried again. {@code reason} is what the person typed; it is kept beside the facts. */
    record DropLeftover(@TargetAggregateIdentifier LeftoverId leftoverId, long occasion, Actor actor, String reason)
            implements LeftoverCommand {}
}
