package io.freshmaker.api.event;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.value.EventId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** It is known what will be rebuilt, parents first, and what will not. No build is stored yet. */
@Revision("1")
public record RebuildPlanned(
        EventId eventId, int eventNumber, List<PlannedBuild> builds, List<DeclinedArtifact> declined)
        implements EventDomainEvent {}
