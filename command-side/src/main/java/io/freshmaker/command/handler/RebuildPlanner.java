package io.freshmaker.command.handler;

import io.freshmaker.api.plan.CyclicPlan;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.Unavailable;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks every enabled handler that looks at a trigger, in the order of their names, and makes one plan of their answers. */
@Component
public class RebuildPlanner {
    private final List<RebuildHandler<?>> handlers;

    RebuildPlanner(List<RebuildHandler<?>> handlers, HandlerSettings settings) {
        this.handlers = settings.enabled(handlers).stream()
                .sorted(Comparator.comparing(RebuildHandler::name))
                .toList();
    }

    /**
     * Empty when no handler found anything. Calls outside: never on a processor thread.
     *
     * @throws Unavailable when a system outside does not answer: ask again later
     * @throws CyclicPlan when something would have to be built before itself
     */
    public RebuildPlan plan(Trigger trigger) {
        return handlers.stream()
                .map(handler -> planOf(handler, trigger))
                .reduce(RebuildPlan.EMPTY, RebuildPlan::mergedWith);
    }

    private static <T extends Trigger> RebuildPlan planOf(RebuildHandler<T> handler, Trigger trigger) {
        Class<T> kind = handler.trigger();
        return kind.isInstance(trigger) ? handler.plan(kind.cast(trigger)) : RebuildPlan.EMPTY;
    }
}
