package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Koji as the jobs use it: they look for an earlier submission first. */
record LooksFirst(BuildSystem koji) implements BuildSystem {

    @Override
    public String name() {
        return koji.name();
    }

    @Override
    public String submit(BuildRequest request) {
        return find(request).orElseGet(() -> koji.submit(request));
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        return koji.find(request);
    }

    @Override
    public void cancel(BuildRequest request) {
        koji.cancel(request);
    }

    @Override
    public Map<String, ExternalOutcome> ended(Collection<String> externalIds) {
        return koji.ended(externalIds);
    }
}
