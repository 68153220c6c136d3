package io.freshmaker.messaging.outbound;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.api.wire.Wire;
import io.freshmaker.api.wire.Wire.DepOn;
import io.freshmaker.platform.feed.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Facts of one Event through {@link Wire} alone, one after the other: what any view of them must look like. */
final class Fold {

    private final Map<BuildId, BuildJson> builds = new LinkedHashMap<>();
    private @Nullable EventJson event;

    static Fold over(List<DomainEvent> facts, List<Fact> stored) {
        Fold fold = new Fold();
        for (int i = 0; i < facts.size(); i++) fold.take(facts.get(i), stored.get(i));
        return fold;
    }

    List<BuildJson> builds() {
        return List.copyOf(builds.values());
    }

    EventJson full() {
        return Objects.requireNonNull(event).withBuilds(builds());
    }

    EventJson brief() {
        Map<String, Integer> summary = new TreeMap<>(Map.of("total", builds.size()));
        builds.values().forEach(build -> summary.merge(build.stateName(), 1, Integer::sum));
        return Objects.requireNonNull(event).withSummary(summary);
    }

    private void take(DomainEvent fact, Fact stored) {
        switch (fact) {
            case EventDomainEvent about -> event = Wire.after(event, about, stored.time());
            case ArtifactBuildPlanned planned ->
                builds.put(planned.buildId(), Wire.planned(planned, parent(planned), stored.time()));
            case ArtifactBuildDomainEvent about ->
                builds.put(about.buildId(), Wire.after(build(about.buildId()), about, stored.time()));
            default -> throw new IllegalStateException("unknown " + fact);
        }
    }

    private @Nullable DepOn parent(ArtifactBuildPlanned planned) {
        List<BuildId> parents = planned.build().parents();
        if (parents.isEmpty()) return null;
        BuildJson last = build(parents.getLast());
        return new DepOn(last.id(), last.name());
    }

    private BuildJson build(BuildId id) {
        return Objects.requireNonNull(builds.get(id), id::value);
    }
}
