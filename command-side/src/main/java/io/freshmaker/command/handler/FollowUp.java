package io.freshmaker.command.handler;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.CyclicPlan;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Goes on from what a plan rebuilds to what is made of it, so that one plan leads from packages over modules and images to bundles
 * (docs/decisions/0034-one-plan-through-all-types.md). Like a handler it asks ports and rules, and never builds, stores or publishes.
 * They are asked in their order, each about all that was planned before it.
 */
public interface FollowUp {

    /** The name in settings, rules and facts. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Throws {@link Refused}, which says what is missing, where settings leave out whom it asks; not asked where it is off. */
    default void check() {}

    /**
     * The plan with what follows from it; the same for the same plan, as long as ports and rules say the same.
     *
     * @param draft goes on from this plan and asks the rules
     * @throws Unavailable when a system outside does not answer: ask again later
     * @throws CyclicPlan when something would have to be built before itself
     */
    RebuildPlan after(RebuildPlan plan, Draft draft);

    /**
     * What contains artifacts of a plan, each with all of those that it contains, in the order of the plan.
     *
     * @param type of the artifacts
     * @param look finds what contains one of them
     */
    static <T> SequencedMap<T, List<Artifact>> containing(
            RebuildPlan plan, ArtifactType type, Function<Artifact, List<T>> look) {
        SequencedMap<T, List<Artifact>> containing = new LinkedHashMap<>();
        plan.ofType(type)
                .forEach(artifact -> look.apply(artifact)
                        .forEach(one -> containing
                                .computeIfAbsent(one, _ -> new ArrayList<>())
                                .add(artifact)));
        return containing;
    }
}
