package io.freshmaker.command.policy;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes every build, unless it is told to fail. */
class FakeBuildSystem implements BuildSystem {

    final List<BuildRequest> requests = new ArrayList<>();
    final List<BuildId> canceled = new ArrayList<>();
    final Map<BuildId, String> known = new HashMap<>();
    Runnable beforeItTakes = () -> {};

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String submit(BuildRequest request) {
        beforeItTakes.run();
        requests.add(request);
        known.put(request.build(), "external-" + requests.size());
        return "external-" + requests.size();
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        return Optional.ofNullable(known.get(request.build()));
    }

    @Override
    public void cancel(BuildRequest request) {
        canceled.add(request.build());
    }
}
