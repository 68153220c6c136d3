package io.freshmaker.command.handler;

import io.freshmaker.api.plan.CyclicPlan;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;

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
}
