package io.freshmaker.command.policy;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.BuildSystems;
import io.freshmaker.platform.job.Job;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stops in the build system what nobody waits for any more, and gives its place to the next. */
@Component
class StopBuildJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(StopBuildJob.class);

    private final Facts facts;
    private final BuildSystems systems;
    private final Placed placed;

    StopBuildJob(Facts facts, BuildSystems systems, Placed placed) {
        this.facts = facts;
        this.systems = systems;
        this.placed = placed;
    }

    @Override
    public String name() {
        return "stop-build";
    }

    @Override
    public Queue queue() {
        return Queue.BUILD;
    }

    @Override
    public void run(String subject) {
        BuildSoFar build = facts.of(new BuildId(subject));
        if (!build.isStarted()) return;
        system(build).ifPresent(system -> placed.cancel(system, build.request()));
    }

    /** It has ended for us either way, and keeps no place; somebody has to look after the build system. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.error("Build {} has ended but may still run in the build system: {}", subject, cause.toString());
        BuildSoFar build = facts.of(new BuildId(subject));
        if (build.isStarted())
            system(build)
                    .ifPresent(system -> placed.leave(system, build.planned().buildId()));
    }

    private Optional<BuildSystem> system(BuildSoFar build) {
        return systems.find(build.planned().build().artifact().type(), build.isDryRun());
    }
}
