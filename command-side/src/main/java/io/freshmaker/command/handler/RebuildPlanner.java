package io.freshmaker.command.handler;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.Trigger;

/** Asks the handlers. */
public interface RebuildPlanner {

    RebuildPlan plan(Trigger trigger);
}
