package io.freshmaker.api.event;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.EventId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What an Event can be asked to do. From machines, except {@link CancelEvent}: repeated or late they change nothing. */
public sealed interface EventCommand {

    /**
     * Something changed. The same trigger registers one Event, however often it arrives; the first message is remembered. A dry
     * run, of which everything is planned and told and nothing built, is an Event of its own for each message that asks for it.
     */
    record RegisterEvent(@TargetAggregateIdentifier EventId eventId, String messageId, Trigger trigger, boolean dryRun)
            implements EventCommand {

        public RegisterEvent(EventId eventId, String messageId, Trigger trigger) {
            this(eventId, messageId, trigger, false);
        }

        /** @param heardAs the id of what told us of it */
        public static RegisterEvent of(String heardAs, Trigger trigger, boolean dryRun) {
            String messageId = trigger.messageId(heardAs);
            EventId event = dryRun ? trigger.dryRunId(messageId) : trigger.eventId();
            return new RegisterEvent(event, messageId, trigger, dryRun);
        }
    }

    /** It is of this type, as its advisory says; the first word counts. */
    record ClassifyEvent(@TargetAggregateIdentifier EventId eventId, EventType type) implements EventCommand {}

    /** These artifacts are to be rebuilt: at least one. */
    record PlanRebuild(@TargetAggregateIdentifier EventId eventId, RebuildPlan plan) implements EventCommand {}

    /** Nothing is to be rebuilt. */
    record SkipEvent(@TargetAggregateIdentifier EventId eventId, Reason reason, List<DeclinedArtifact> declined)
            implements EventCommand {}

    /** It cannot be planned. */
    record FailEvent(@TargetAggregateIdentifier EventId eventId, Reason reason) implements EventCommand {}

    /** Every build of the plan is stored: let those start that nothing blocks. */
    record ActivateRebuild(@TargetAggregateIdentifier EventId eventId) implements EventCommand {}

    /** Every build ended. */
    record CompleteEvent(@TargetAggregateIdentifier EventId eventId, Tally tally) implements EventCommand {}

    /** A person wants it stopped; refused with {@link io.freshmaker.api.IllegalTransition} when it has ended. */
    record CancelEvent(@TargetAggregateIdentifier EventId eventId, Actor actor) implements EventCommand {}
}
