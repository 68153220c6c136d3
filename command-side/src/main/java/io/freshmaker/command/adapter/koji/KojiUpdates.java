package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.Updates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which RPMs came out of a build, as Koji knows it. */
final class KojiUpdates implements Updates {

    private final KojiHub hub;

    KojiUpdates(KojiHub hub) {
        this.hub = hub;
    }

    @Override
    public List<Rpm> rpmsOf(String build) {
        return id(build)
                .map(id -> hub.ask("listRPMs", Call.named(Map.of("buildID", id))))
                .map(KojiRpms::of)
                .orElse(List.of());
    }

    /** Koji faults on what is no NVR, so that it is not even asked for it. */
    private Optional<Long> id(String build) {
        try {
            return hub.ask("getBuild", new Nvr(build).value()).field("id").numberIfAny();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
