package io.freshmaker.command.handler;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.rules.Occasion;
import io.freshmaker.command.rules.Rules;

/** Asks one handler or follow-up as the planner does. */
public final class Plans {

    private Plans() {}

    /** Asks one follow-up as the planner does. */
    public static RebuildPlan after(RebuildPlan plan, FollowUp followUp, Rules rules) {
        return followUp.after(plan, Draft.of(followUp, rules, new Occasion(false, false), plan));
    }

    public static <T extends Trigger> RebuildPlan of(RebuildHandler<T> handler, Rules rules, T trigger) {
        return handler.plan(trigger, Draft.of(handler, rules, new Occasion(false, trigger.isManual())));
    }
}
