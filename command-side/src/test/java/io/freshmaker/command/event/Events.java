package io.freshmaker.command.event;

import static io.freshmaker.command.artifactbuild.Builds.EVENT;

import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventClassified;
import io.freshmaker.api.event.EventCommand;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.value.Actor;
import io.freshmaker.command.artifactbuild.Builds;
import java.util.List;

/** One Event, with three builds where it is planned: what it is asked and what is stored then. */
public final class Events {

    public static final int NUMBER = 7;
    public static final Trigger TRIGGER = new RpmSpecChanged("bash", "f25", "2a2e5b1");
    public static final Actor ACTOR = new Actor("actor-1");
    public static final Tally TALLY = new Tally(2, 1, 0);
    static final Reason NOTHING = Reason.of(ReasonCode.NO_CANDIDATES, "what", "bash");
    static final Reason BROKEN = Reason.of(ReasonCode.PLANNING_FAILED, "error", "boom");
    static final List<DeclinedArtifact> DECLINED = List.of(new DeclinedArtifact(
            Builds.image("other-container-1-1").artifact(), Reason.of(ReasonCode.NOT_ALLOWED, "place", "none")));

    private Events() {}

    public static EventCommand register() {
        return new EventCommand.RegisterEvent(EVENT, "message-1", TRIGGER);
    }

    static EventCommand classify() {
        return new EventCommand.ClassifyEvent(EVENT, EventType.ManualBundleRebuildEvent);
    }

    public static EventCommand plan() {
        return new EventCommand.PlanRebuild(
                EVENT, new RebuildPlan(List.of(Builds.BASE, Builds.TOOLS, Builds.APP), DECLINED));
    }

    public static EventDomainEvent registered() {
        return new EventRegistered(EVENT, NUMBER, "message-1", TRIGGER);
    }

    static EventDomainEvent classified() {
        return new EventClassified(EVENT, EventType.ManualBundleRebuildEvent);
    }

    public static EventDomainEvent planned() {
        return new RebuildPlanned(
                EVENT,
                NUMBER,
                List.of(Builds.planned(Builds.BASE), Builds.planned(Builds.TOOLS), Builds.planned(Builds.APP)),
                DECLINED);
    }

    public static EventDomainEvent activated() {
        return new RebuildActivated(EVENT, List.of(Builds.id(Builds.BASE), Builds.id(Builds.TOOLS)));
    }

    static EventDomainEvent skipped() {
        return new EventSkipped(EVENT, NOTHING, DECLINED);
    }

    static EventDomainEvent failed() {
        return new EventFailed(EVENT, BROKEN);
    }

    static EventDomainEvent completed() {
        return new EventCompleted(EVENT, TALLY);
    }

    static EventDomainEvent canceledBeforeItsPlan() {
        return new EventCanceled(EVENT, ACTOR, List.of());
    }

    public static EventDomainEvent canceled() {
        return new EventCanceled(
                EVENT, ACTOR, List.of(Builds.id(Builds.BASE), Builds.id(Builds.TOOLS), Builds.id(Builds.APP)));
    }
}
