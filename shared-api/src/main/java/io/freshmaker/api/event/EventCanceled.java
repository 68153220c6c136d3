package io.freshmaker.api.event;

import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** A person stopped it; {@code builds} are all builds of its plan, ended or not. */
@Revision("1")
public record EventCanceled(EventId eventId, Actor actor, List<BuildId> builds) implements EventDomainEvent {}
