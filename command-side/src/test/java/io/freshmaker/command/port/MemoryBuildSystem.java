package io.freshmaker.command.port;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.value.BuildId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A build system without machines: a build ends when the test says so. */
public final class MemoryBuildSystem implements BuildSystem {

    private final BuildReports reports;
    private final Map<BuildId, String> known = new ConcurrentHashMap<>();
    private final Set<BuildId> going = ConcurrentHashMap.newKeySet();

    public MemoryBuildSystem(BuildReports reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String submit(BuildRequest request) {
        String id = Integer.toString(request.buildNumber());
        if (known.putIfAbsent(request.build(), id) == null) going.add(request.build());
        return known.getOrDefault(request.build(), id);
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        return Optional.ofNullable(known.get(request.build()));
    }

    @Override
    public void cancel(BuildRequest request) {
        going.remove(request.build());
    }

    /** Tells how a build ended, if it was still going on. */
    public void end(BuildId build, ExternalOutcome outcome) {
        if (going.remove(build)) reports.ended(build, outcome);
    }
}
