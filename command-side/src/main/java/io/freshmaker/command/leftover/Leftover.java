package io.freshmaker.command.leftover;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.leftover.LeftoverCommand;
import io.freshmaker.api.leftover.LeftoverCommand.DropLeftover;
import io.freshmaker.api.leftover.LeftoverCommand.RetryLeftover;
import io.freshmaker.api.leftover.LeftoverDropped;
import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.api.leftover.LeftoverRetried;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about one thing that is left over: of two who see the same failure, one decides. What became of it is known
 * to the room that owns it.
 */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon makes it empty and fills it from its facts
class Leftover {

    @AggregateIdentifier
    private LeftoverId id;

    private boolean dropped;
    private long decided;
    private @Nullable String lastCommand;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RetryLeftover command, @MessageIdentifier String commandId) {
        if (commandId.equals(lastCommand)) return; // sent again, because its answer was lost
        requireUndecided(command);
        apply(new LeftoverRetried(command.leftoverId(), command.occasion(), command.actor()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DropLeftover command, DropReasons reasons, @MessageIdentifier String commandId) {
        if (commandId.equals(lastCommand)) return;
        requireUndecided(command);
        String key = reasons.keep(command.reason());
        apply(new LeftoverDropped(command.leftoverId(), command.occasion(), command.actor(), key));
    }

    private void requireUndecided(LeftoverCommand command) {
        if (id == null) return;
        if (dropped) throw new IllegalTransition(id.name() + " was dropped already.");
        if (command.occasion() <= decided) throw new IllegalTransition(id.name() + " is being tried again already.");
    }

    @EventSourcingHandler
    void evolve(LeftoverRetried fact, @MetaDataValue("correlationId") @Nullable String commandId) {
        id = fact.leftoverId();
        decided = fact.occasion();
        lastCommand = commandId;
    }

    @EventSourcingHandler
    void evolve(LeftoverDropped fact, @MetaDataValue("correlationId") @Nullable String commandId) {
        id = fact.leftoverId();
        dropped = true;
        lastCommand = commandId;
    }
}
