package io.freshmaker.command.handler;

import io.freshmaker.api.plan.CyclicPlan;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.Unavailable;

/**
 * Looks at a trigger and says what is to be rebuilt, in which order and why, and what is not. It asks ports and rules; it never
 * builds, stores or publishes, so it may be asked again.
 */
public interface RebuildHandler<T extends Trigger> {
    /** What it looks at. */
    Class<T> trigger();

    /** Whether it looks at Events of this type, where one kind of trigger leads to several. */
    default boolean looksAt(EventType type) {
        return true;
    }

    /** The name in settings, rules and facts: the original's where it has one, so that operators' rules still match. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * The same plan for the same trigger, as long as ports and rules say the same.
     *
     * @param draft an empty one, which asks the rules
     * @throws Unavailable when a system outside does not answer: ask again later
     * @throws Unplannable when what is wanted can never be planned
     * @throws CyclicPlan when something would have to be built before itself
     */
    RebuildPlan plan(T trigger, Draft draft);
}
