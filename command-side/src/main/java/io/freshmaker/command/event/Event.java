package io.freshmaker.command.event;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventClassified;
import io.freshmaker.api.event.EventCommand.ActivateRebuild;
import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.api.event.EventCommand.ClassifyEvent;
import io.freshmaker.api.event.EventCommand.CompleteEvent;
import io.freshmaker.api.event.EventCommand.FailEvent;
import io.freshmaker.api.event.EventCommand.PlanRebuild;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventCommand.SkipEvent;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.EventState;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One case of "something changed, rebuild": its life cycle and its plan, not the lives of its builds. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon makes it empty and fills it from its facts
class Event {

    @AggregateIdentifier
    private EventId id;

    private int number;
    private boolean dryRun;
    private EventState state;
    private boolean classified;
    private boolean activated;
    private List<BuildId> builds = List.of();
    private List<BuildId> ready = List.of();
    private @Nullable String canceledBy;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterEvent command, EventNumbers numbers) {
        if (id != null) return; // the bus delivers at least once
        apply(new EventRegistered(
                command.eventId(), numbers.next(), command.messageId(), command.trigger(), command.dryRun()));
    }

    @CommandHandler
    void decide(ClassifyEvent command) {
        if (state != EventState.INITIALIZED || classified) return;
        apply(new EventClassified(id, command.type()));
    }

    @CommandHandler
    void decide(PlanRebuild command) {
        if (!state.mayBecome(EventState.BUILDING)) return;
        List<PlannedBuild> planned = command.plan().artifacts().stream()
                .map(artifact -> PlannedBuild.of(id, artifact))
                .toList();
        apply(new RebuildPlanned(id, number, planned, command.plan().declined(), dryRun));
    }

    @CommandHandler
    void decide(SkipEvent command) {
        if (!state.mayBecome(EventState.SKIPPED)) return;
        apply(new EventSkipped(id, command.reason(), command.declined()));
    }

    @CommandHandler
    void decide(FailEvent command) {
        if (!state.mayBecome(EventState.FAILED)) return;
        apply(new EventFailed(id, command.reason()));
    }

    @CommandHandler
    void decide(ActivateRebuild command) {
        if (state != EventState.BUILDING || activated) return;
        apply(new RebuildActivated(id, ready));
    }

    @CommandHandler
    void decide(CompleteEvent command) {
        if (!state.mayBecome(EventState.COMPLETE)) return;
        apply(new EventCompleted(id, command.tally()));
    }

    @CommandHandler
    void decide(CancelEvent command, @MessageIdentifier String commandId) {
        if (commandId.equals(canceledBy)) return; // sent again, because its answer was lost
        if (!state.mayBecome(EventState.CANCELED)) {
            throw new IllegalTransition("Event %d is %s, so it cannot be canceled.".formatted(number, state));
        }
        apply(new EventCanceled(id, command.actor(), builds));
    }

    @EventSourcingHandler
    void evolve(EventRegistered fact) {
        id = fact.eventId();
        number = fact.number();
        dryRun = fact.dryRun();
        state = EventState.INITIALIZED;
    }

    @EventSourcingHandler
    void evolve(EventClassified fact) {
        classified = true;
    }

    @EventSourcingHandler
    void evolve(RebuildPlanned fact) {
        state = EventState.BUILDING;
        builds = fact.builds().stream().map(PlannedBuild::id).toList();
        ready = fact.builds().stream()
                .filter(PlannedBuild::isUnblocked)
                .map(PlannedBuild::id)
                .toList();
    }

    @EventSourcingHandler
    void evolve(RebuildActivated fact) {
        activated = true;
    }

    @EventSourcingHandler
    void evolve(EventSkipped fact) {
        state = EventState.SKIPPED;
    }

    @EventSourcingHandler
    void evolve(EventFailed fact) {
        state = EventState.FAILED;
    }

    @EventSourcingHandler
    void evolve(EventCompleted fact) {
        state = EventState.COMPLETE;
    }

    @EventSourcingHandler
    void evolve(EventCanceled fact, @MetaDataValue("correlationId") @Nullable String commandId) {
        state = EventState.CANCELED;
        canceledBy = commandId;
    }
}
