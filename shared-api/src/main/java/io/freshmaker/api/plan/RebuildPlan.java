package io.freshmaker.api.plan;

import io.freshmaker.api.value.ArtifactKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a handler wants rebuilt and what it declined. Cannot be made with a parent outside itself ({@link
 * IllegalArgumentException}) or with a cycle ({@link CyclicPlan}). The artifacts stand in an order in which they can be built:
 * parents first, otherwise as given.
 */
public record RebuildPlan(List<PlannedArtifact> artifacts, List<DeclinedArtifact> declined) {

    public static final RebuildPlan EMPTY = new RebuildPlan(List.of(), List.of());

    public RebuildPlan {
        artifacts = ParentsFirst.sorted(byKey(artifacts));
        declined = withoutPlanned(declined, artifacts);
    }

    /** Both plans as one; what one handler plans is not declined, whatever the other says. */
    public RebuildPlan mergedWith(RebuildPlan other) {
        return new RebuildPlan(both(artifacts, other.artifacts), both(declined, other.declined));
    }

    /** Whether nothing was even looked at. */
    public boolean isEmpty() {
        return artifacts.isEmpty() && declined.isEmpty();
    }

    private static SequencedMap<ArtifactKey, PlannedArtifact> byKey(List<PlannedArtifact> artifacts) {
        SequencedMap<ArtifactKey, PlannedArtifact> byKey = new LinkedHashMap<>();
        artifacts.forEach(artifact -> byKey.merge(artifact.key(), artifact, PlannedArtifact::mergedWith));
        return byKey;
    }

    private static List<DeclinedArtifact> withoutPlanned(
            List<DeclinedArtifact> declined, List<PlannedArtifact> artifacts) {
        List<ArtifactKey> planned =
                artifacts.stream().map(PlannedArtifact::key).sorted().toList();
        Map<ArtifactKey, DeclinedArtifact> byKey = new LinkedHashMap<>();
        declined.forEach(one -> byKey.putIfAbsent(one.artifact().key(), one));
        byKey.keySet().removeAll(Set.copyOf(planned));
        return List.copyOf(byKey.values());
    }

    private static <T> List<T> both(Collection<T> one, Collection<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
