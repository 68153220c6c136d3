package io.freshmaker.api.plan;

import io.freshmaker.api.value.ArtifactKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Orders artifacts so that each stands after its parents; without recursion, as chains may be long. */
final class ParentsFirst {

    private final SequencedMap<ArtifactKey, PlannedArtifact> artifacts;
    private final SequencedSet<ArtifactKey> sorted = new LinkedHashSet<>();
    private final SequencedSet<ArtifactKey> path = new LinkedHashSet<>();
    private final List<Iterator<ArtifactKey>> open = new ArrayList<>();

    private ParentsFirst(SequencedMap<ArtifactKey, PlannedArtifact> artifacts) {
        this.artifacts = artifacts;
    }

    static List<PlannedArtifact> sorted(SequencedMap<ArtifactKey, PlannedArtifact> artifacts) {
        ParentsFirst order = new ParentsFirst(artifacts);
        artifacts.keySet().forEach(order::visit);
        return order.sorted.stream().map(order::artifact).toList();
    }

    private void visit(ArtifactKey start) {
        enter(start);
        while (!open.isEmpty()) {
            Iterator<ArtifactKey> parents = open.getLast();
            if (parents.hasNext()) enter(parents.next());
            else leave();
        }
    }

    private void enter(ArtifactKey key) {
        if (sorted.contains(key)) return;
        if (!path.add(key)) throw new CyclicPlan(cycleFrom(key));
        open.add(artifact(key).parents().iterator());
    }

    private void leave() {
        open.removeLast();
        sorted.add(path.removeLast());
    }

    private List<ArtifactKey> cycleFrom(ArtifactKey key) {
        List<ArtifactKey> cycle =
                new ArrayList<>(path.stream().dropWhile(on -> !on.equals(key)).toList());
        cycle.add(key);
        return cycle;
    }

    private PlannedArtifact artifact(ArtifactKey key) {
        PlannedArtifact artifact = artifacts.get(key);
        if (artifact == null) throw new IllegalArgumentException("A parent is not in the plan: " + key);
        return artifact;
    }
}
