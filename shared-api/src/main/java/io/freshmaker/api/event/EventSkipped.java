package io.freshmaker.api.event;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.EventId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Nothing is rebuilt; {@code declined} were candidates. */
@Revision("1")
public record EventSkipped(EventId eventId, Reason reason, List<DeclinedArtifact> declined)
        implements EventDomainEvent {}
