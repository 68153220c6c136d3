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

/** Asks every enabled handler that looks at a trigger, in the order of their names, and makes one plan of their answers. */
@Component
public class RebuildPlanner {
    private final List<RebuildHandler<?>> handlers;
    private final Rules rules;

    RebuildPlanner(List<RebuildHandler<?>> handlers, HandlerSettings settings, Rules rules) {
        this.handlers = settings.enabled(handlers).stream()
                .sorted(Comparator.comparing(RebuildHandler::name))
                .toList();
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
        return handlers.stream()
                .filter(handler -> handler.looksAt(type))
                .map(handler -> planOf(handler, trigger, occasion))
                .reduce(RebuildPlan.EMPTY, RebuildPlan::mergedWith);
    }

    private <T extends Trigger> RebuildPlan planOf(RebuildHandler<T> handler, Trigger trigger, Occasion occasion) {
        Class<T> kind = handler.trigger();
        if (!kind.isInstance(trigger)) return RebuildPlan.EMPTY;
        return handler.plan(kind.cast(trigger), Draft.of(handler, rules, occasion));
    }
}
