package io.freshmaker.command.handler;

import io.freshmaker.api.plan.CyclicPlan;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.rules.Occasion;
import io.freshmaker.command.rules.Rules;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks every enabled handler that looks at a trigger, in the order of their names, makes one plan of their answers, and has the enabled
 * follow-ups go on from it.
 */
@Component
public class RebuildPlanner {
    private final List<RebuildHandler<?>> handlers;
    private final List<FollowUp> followUps;
    private final Rules rules;

    /** @param followUps in the order in which they go on from each other */
    RebuildPlanner(List<RebuildHandler<?>> handlers, List<FollowUp> followUps, HandlerSettings settings, Rules rules) {
        this.handlers = settings.enabled(handlers).stream()
                .sorted(Comparator.comparing(RebuildHandler::name))
                .toList();
        this.followUps = settings.following(followUps);
        this.followUps.forEach(FollowUp::check);
        this.rules = rules;
    }

    /**
     * Empty when no handler found anything. Calls outside: never on a processor thread.
     *
     * @param type of the Event, which may be known better than its trigger says
     * @param dryRun whether nothing is to be built; rules may ask for it
     * @throws Unavailable when a system outside does not answer: ask again later
     * @throws Unplannable when what is wanted can never be planned
     * @throws CyclicPlan when something would have to be built before itself
     */
    public RebuildPlan plan(Trigger trigger, EventType type, boolean dryRun) {
        Occasion occasion = new Occasion(dryRun, trigger.isManual());
        RebuildPlan plan = handlers.stream()
                .filter(handler -> handler.looksAt(type))
                .map(handler -> planOf(handler, trigger, occasion))
                .reduce(RebuildPlan.EMPTY, RebuildPlan::mergedWith);
        for (FollowUp followUp : followUps) {
            if (!plan.artifacts().isEmpty()) {
                plan = followUp.after(plan, Draft.of(followUp, rules, occasion, plan));
            }
        }
        return plan;
    }

    private <T extends Trigger> RebuildPlan planOf(RebuildHandler<T> handler, Trigger trigger, Occasion occasion) {
        Class<T> kind = handler.trigger();
        if (!kind.isInstance(trigger)) return RebuildPlan.EMPTY;
        return handler.plan(kind.cast(trigger), Draft.of(handler, rules, occasion));
    }
}
