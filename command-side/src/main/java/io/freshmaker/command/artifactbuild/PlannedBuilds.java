package io.freshmaker.command.artifactbuild;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PlanArtifactBuilds;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.Blocker;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.platform.axon.KnownAggregates;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Makes the builds of a plan, many in one transaction: one question which of them are there, one batch of facts. */
@Component
class PlannedBuilds {

    private final Repository<ArtifactBuild> builds;
    private final KnownAggregates known;
    private final BuildNumbers numbers;

    PlannedBuilds(Repository<ArtifactBuild> builds, KnownAggregates known, BuildNumbers numbers) {
        this.builds = builds;
        this.known = known;
        this.numbers = numbers;
    }

    /** Leaves those alone that are there: a plan that was interrupted is stored again from its beginning. */
    @CommandHandler
    void decide(PlanArtifactBuilds command) throws Exception {
        Set<String> there = known.among(
                command.builds().stream().map(build -> build.id().value()).toList());
        for (PlannedBuild build : command.builds()) {
            if (!there.contains(build.id().value())) make(planned(build, command));
        }
    }

    private ArtifactBuildPlanned planned(PlannedBuild build, PlanArtifactBuilds command) {
        Stream<Blocker> composes = build.preparation().composes().stream()
                .map(request -> Blocker.compose(request.idIn(command.eventId())));
        List<Blocker> blockers = Stream.concat(build.parents().stream().map(Blocker::parent), composes)
                .toList();
        return new ArtifactBuildPlanned(
                build.id(),
                command.eventId(),
                command.eventNumber(),
                numbers.next(),
                build,
                blockers,
                command.dryRun());
    }

    private void make(ArtifactBuildPlanned fact) throws Exception {
        builds.newInstance(() -> new ArtifactBuild(fact));
    }
}
