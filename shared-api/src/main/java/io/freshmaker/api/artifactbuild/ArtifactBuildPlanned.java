package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A build is stored and waits for {@code blockers}. {@code number} is its id in the API, {@code eventNumber} that of its Event.
 *
 * <p>Facts of revisions 1 and 2 say nothing of the build's preparation and had none; of revision 3 nothing of bundles, of revision 4
 * nothing of images that a bundle waits for.
 *
 * @param dryRun whether it is only told: nothing is asked to build it
 */
@Revision("5")
public record ArtifactBuildPlanned(
        BuildId buildId,
        EventId eventId,
        int eventNumber,
        int number,
        PlannedBuild build,
        List<Blocker> blockers,
        boolean dryRun)
        implements ArtifactBuildDomainEvent {

    /** What is built. */
    public ArtifactBuildPlanned(
            BuildId buildId, EventId eventId, int eventNumber, int number, PlannedBuild build, List<Blocker> blockers) {
        this(buildId, eventId, eventNumber, number, build, blockers, false);
    }
}
