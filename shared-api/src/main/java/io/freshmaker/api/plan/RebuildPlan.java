package io.freshmaker.api.plan;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.ArtifactKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a handler wants rebuilt and what it declined. Cannot be made with a parent outside itself ({@link
 * IllegalArgumentException}) or with a cycle ({@link CyclicPlan}). The artifacts stand in an order in which they can be built:
 * parents first, otherwise as given. {@code nothing} is why there are none, where that has a reason of its own.
 */
public record RebuildPlan(
        List<PlannedArtifact> artifacts,
        List<DeclinedArtifact> declined,
        @Nullable Reason nothing) {

    public static final RebuildPlan EMPTY = new RebuildPlan(List.of(), List.of());

    public RebuildPlan(List<PlannedArtifact> artifacts, List<DeclinedArtifact> declined) {
        this(artifacts, declined, null);
    }

    /** What changed leads to nothing as a whole, for this reason: no single artifact was declined. */
    public static RebuildPlan nothing(Reason why) {
        return new RebuildPlan(List.of(), List.of(), why);
    }

    public RebuildPlan {
        artifacts = ParentsFirst.sorted(byKey(artifacts));
        declined = withoutPlanned(declined, artifacts);
    }

    /** Both plans as one; what one handler plans is not declined, whatever the other says. */
    public RebuildPlan mergedWith(RebuildPlan other) {
        return new RebuildPlan(
                both(artifacts, other.artifacts),
                both(declined, other.declined),
                nothing == null ? other.nothing : nothing);
    }

    /** The same and more, which may have parents in it; what is planned already is built after the parents of both. */
    public RebuildPlan with(List<PlannedArtifact> more, List<DeclinedArtifact> moreDeclined) {
        return new RebuildPlan(both(artifacts, more), both(declined, moreDeclined), nothing);
    }

    /** What is rebuilt of one type, in the order of the plan. */
    public Stream<Artifact> ofType(ArtifactType type) {
        return artifacts.stream().map(PlannedArtifact::artifact).filter(artifact -> artifact.type() == type);
    }

    /** Whether nothing was even looked at. */
    public boolean isEmpty() {
        return artifacts.isEmpty() && declined.isEmpty() && nothing == null;
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
