package io.freshmaker.command.adapter.dryrun;

import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Takes every build and says at the next look that it is built (spec §13.1). Its ids are negative, so that they are nobody else's. */
final class DryRunBuildSystem implements BuildSystem {

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final int PLACES = 10_000;

    @Override
    public String name() {
        return "dry-run";
    }

    @Override
    public String submit(BuildRequest request) {
        return String.valueOf(-request.buildNumber());
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        return Optional.of(submit(request));
    }

    @Override
    public void cancel(BuildRequest request) {
        // there is nothing to stop
    }

    @Override
    public Map<String, ExternalOutcome> ended(Collection<String> externalIds) {
        return externalIds.stream().collect(toMap(id -> id, _ -> new ExternalOutcome.Built()));
    }

    @Override
    public Duration pollInterval() {
        return POLL;
    }

    @Override
    public int places() {
        return PLACES;
    }
}
