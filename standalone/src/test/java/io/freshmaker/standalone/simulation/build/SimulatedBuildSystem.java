package io.freshmaker.standalone.simulation.build;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.Refused;
import io.freshmaker.standalone.simulation.build.Farm.Witnessed.What;
import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.time.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@link Farm} as one process sees it. It notes who asks for a build that is there without having asked whether it is. */
public final class SimulatedBuildSystem implements BuildSystem {

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
    public String submit(BuildRequest request) {
        return calls.call("submit " + request.build(), () -> heard(request));
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        BuildId build = request.build();
        return calls.call("find " + build, () -> {
            askedBy.put(build, World.task());
            return calls.strikes(Fault.BUILD_IS_DENIED) ? Optional.empty() : farm.find(build);
        });
    }

    @Override
    public void cancel(BuildRequest request) {
        BuildId build = request.build();
        calls.call("cancel " + build, () -> {
            farm.stop(build);
            return build;
        });
    }

    private String heard(BuildRequest request) {
        BuildId build = request.build();
        if (farm.refuses(build)) throw new Refused("never " + build);
        boolean asked = World.task() != null && askedBy.get(build) == World.task();
        if (farm.find(build).isPresent() && !asked) farm.witness(What.ASKED_FOR_BLINDLY, build);
        return farm.take(request);
    }
}
