package io.freshmaker.api.plan;

import io.freshmaker.api.value.ArtifactKey;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown where a plan would have to build something before itself. */
public class CyclicPlan extends IllegalArgumentException {

    private final List<ArtifactKey> cycle;

    CyclicPlan(List<ArtifactKey> cycle) {
        super("A cycle: " + cycle);
        this.cycle = List.copyOf(cycle);
    }

    /** The cycle in words: {@code image:a → image:b → image:a}, each built from the next. */
    public String path() {
        return cycle.stream().map(ArtifactKey::value).collect(Collectors.joining(" → "));
    }
}
