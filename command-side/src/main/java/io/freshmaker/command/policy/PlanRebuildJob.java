package io.freshmaker.command.policy;

import io.freshmaker.api.event.EventCommand;
import io.freshmaker.api.event.EventCommand.ClassifyEvent;
import io.freshmaker.api.event.EventCommand.FailEvent;
import io.freshmaker.api.event.EventCommand.PlanRebuild;
import io.freshmaker.api.event.EventCommand.SkipEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.plan.CyclicPlan;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.value.EventId;
import io.freshmaker.command.handler.RebuildPlanner;
import io.freshmaker.command.handler.Unplannable;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.job.Job;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the handlers what to rebuild and tells the Event. A system that is away is asked again; a handler that breaks is not. */
@Component
class PlanRebuildJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(PlanRebuildJob.class);

    /** What knows the artifacts may be away for a day: an Event that fails is a missed fix. */
    private static final int ATTEMPTS = 24 * 60;

    private final Facts facts;
    private final EventTypes types;
    private final WholeTriggers triggers;
    private final RebuildPlanner planner;
    private final Commands commands;

    PlanRebuildJob(Facts facts, EventTypes types, WholeTriggers triggers, RebuildPlanner planner, Commands commands) {
        this.facts = facts;
        this.types = types;
        this.triggers = triggers;
        this.planner = planner;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "plan-rebuild";
    }

    @Override
    public Queue queue() {
        return Queue.PLAN;
    }

    @Override
    public void run(String subject) {
        EventRegistered registered = facts.registered(new EventId(subject));
        if (types.known(registered).isEmpty()) commands.send(decided(registered, this::classified));
        types.known(registered).ifPresent(type -> commands.send(decided(registered, known -> planned(known, type))));
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public void gaveUp(String subject, Throwable cause) {
        Reason reason = Reason.of(ReasonCode.PLANNING_TIMED_OUT, "error", ErrorText.of(cause));
        commands.send(new FailEvent(new EventId(subject), reason));
    }

    private EventCommand classified(EventRegistered registered) {
        return new ClassifyEvent(registered.eventId(), types.lookedUp((ManualRebuild) registered.trigger()));
    }

    private EventCommand planned(EventRegistered registered, EventType type) {
        Trigger trigger = registered.trigger();
        RebuildPlan plan = planner.plan(triggers.whole(trigger), type, registered.dryRun());
        return decisionFor(registered.eventId(), trigger, plan);
    }

    private static EventCommand decided(EventRegistered registered, Function<EventRegistered, EventCommand> decision) {
        EventId event = registered.eventId();
        try {
            return decision.apply(registered);
        } catch (CyclicPlan e) {
            return new FailEvent(event, Reason.of(ReasonCode.PLAN_HAS_CYCLE, "cycle", e.path()));
        } catch (Unplannable e) {
            return new FailEvent(event, e.reason());
        } catch (Unavailable e) {
            throw e;
        } catch (Refused e) {
            log.warn("{} cannot be planned: {}", event, e.getMessage());
            return new FailEvent(event, Reason.of(ReasonCode.PLANNING_REFUSED, "error", ErrorText.of(e)));
        } catch (RuntimeException e) { // a bug in a handler: the Event must end all the same, and say so
            log.error("Planning of {} broke", event, e);
            return new FailEvent(event, Reason.of(ReasonCode.PLANNING_FAILED, "error", ErrorText.of(e)));
        }
    }

    private static EventCommand decisionFor(EventId event, Trigger trigger, RebuildPlan plan) {
        if (!plan.artifacts().isEmpty()) return new PlanRebuild(event, plan);
        if (plan.nothing() != null) return new SkipEvent(event, plan.nothing(), plan.declined());
        if (plan.isEmpty()) {
            return new SkipEvent(event, Reason.of(ReasonCode.NO_CANDIDATES, "what", trigger.searchKey()), List.of());
        }
        String count = String.valueOf(plan.declined().size());
        return new SkipEvent(event, Reason.of(ReasonCode.ALL_DECLINED, "count", count), plan.declined());
    }
}
