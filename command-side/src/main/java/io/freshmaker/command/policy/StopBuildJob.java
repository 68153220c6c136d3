package io.freshmaker.command.policy;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystems;
import io.freshmaker.platform.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stops a canceled build in the build system. */
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
        BuildRequest request = build.request();
        systems.find(request.artifact().type(), build.isDryRun()).ifPresent(system -> placed.cancel(system, request));
    }

    /** The build is canceled for us either way; somebody has to look after the build system. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.error("Build {} is canceled but may still run in the build system: {}", subject, cause.toString());
    }
}
