package io.freshmaker.standalone.simulation.broken;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PlanArtifactBuilds;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.platform.command.Commands;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.context.annotation.Bean;

/** Of several parents a build waits for all but the last. */
public class BlockersForgotten {

    @Bean
    Commands commands(CommandBus bus, TransactionManager transactions) {
        return new Commands(bus, transactions) {
            @Override
            public void send(Object command) {
                super.send(command instanceof PlanArtifactBuilds plan ? forgetful(plan) : command);
            }
        };
    }

    private static PlanArtifactBuilds forgetful(PlanArtifactBuilds plan) {
        return new PlanArtifactBuilds(
                plan.eventId(),
                plan.eventNumber(),
                plan.builds().stream().map(BlockersForgotten::forgetful).toList(),
                plan.dryRun());
    }

    private static PlannedBuild forgetful(PlannedBuild build) {
        int parents = build.parents().size();
        return parents < 2
                ? build
                : new PlannedBuild(
                        build.id(),
                        build.artifact(),
                        build.rebuildReason(),
                        build.reason(),
                        List.copyOf(build.parents().subList(0, parents - 1)),
                        build.originalParents());
    }
}
