package io.freshmaker.api.event;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.value.EventId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * It is known what will be rebuilt, parents first, and what will not. No build is stored yet.
 *
 * @param dryRun as its {@link EventRegistered} says
 */
@Revision("5")
public record RebuildPlanned(
        EventId eventId, int eventNumber, List<PlannedBuild> builds, List<DeclinedArtifact> declined, boolean dryRun)
        implements EventDomainEvent {

    /** What is built. */
    public RebuildPlanned(
            EventId eventId, int eventNumber, List<PlannedBuild> builds, List<DeclinedArtifact> declined) {
        this(eventId, eventNumber, builds, declined, false);
    }
}
