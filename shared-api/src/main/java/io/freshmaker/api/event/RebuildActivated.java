package io.freshmaker.api.event;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Every build of the plan is stored; {@code ready} are those that nothing blocks. */
@Revision("1")
public record RebuildActivated(EventId eventId, List<BuildId> ready) implements EventDomainEvent {}
