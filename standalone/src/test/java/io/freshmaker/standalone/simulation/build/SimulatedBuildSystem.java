package io.freshmaker.standalone.simulation.build;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.Refused;
import io.freshmaker.standalone.simulation.build.Farm.Witnessed.What;
import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.time.World;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@link Farm} as one process sees it. It notes who asks for a build that is there without having asked whether it is. */
public final class SimulatedBuildSystem implements BuildSystem {

    private static final Duration POLL = Duration.ofSeconds(20);

    private final Farm farm;
    private final OutsideCalls calls;
    private final Map<BuildId, @Nullable Object> askedBy = new HashMap<>();

    public SimulatedBuildSystem(Farm farm, OutsideCalls calls) {
        this.farm = farm;
        this.calls = calls;
    }

    @Override
    public String name() {
        return "farm";
    }

    @Override
    public Duration longestCall() {
        return OutsideCalls.TIME_OUT;
    }

    @Override
    public String submit(BuildRequest request) {
        return calls.call("submit " + request.build() + " " + request.attempt(), () -> heard(request));
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        BuildId build = request.build();
        return calls.call("find " + build, () -> {
            askedBy.put(build, World.task());
            return !farm.isFollowed() && calls.strikes(Fault.BUILD_IS_DENIED) ? Optional.empty() : farm.find(request);
        });
    }

    @Override
    public void cancel(BuildRequest request) {
        BuildId build = request.build();
        calls.call("cancel " + build, () -> {
            farm.stop(request);
            return build;
        });
    }

    @Override
    public Map<String, ExternalOutcome> ended(Collection<String> externalIds) {
        return calls.call("ends of " + externalIds, () -> farm.ended(externalIds));
    }

    @Override
    public Duration pollInterval() {
        return POLL;
    }

    @Override
    public int places() {
        return farm.places();
    }

    private String heard(BuildRequest request) {
        BuildId build = request.build();
        if (farm.refuses(request)) throw new Refused("never " + build);
        boolean asked = World.task() != null && askedBy.get(build) == World.task();
        if (farm.find(request).isPresent() && !asked) farm.witness(What.ASKED_FOR_BLINDLY, request);
        return farm.take(request);
    }
}
