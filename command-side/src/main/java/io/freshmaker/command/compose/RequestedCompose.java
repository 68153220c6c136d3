package io.freshmaker.command.compose;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.freshmaker.api.compose.ComposeAssigned;
import io.freshmaker.api.compose.ComposeCommand.AssignCompose;
import io.freshmaker.api.compose.ComposeCommand.FailCompose;
import io.freshmaker.api.compose.ComposeCommand.ReportComposeDone;
import io.freshmaker.api.compose.ComposeCommand.RequestCompose;
import io.freshmaker.api.compose.ComposeFailed;
import io.freshmaker.api.compose.ComposeReady;
import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What one Event wants of one compose, and how it got it: again under another number where it was gone before it was used. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon makes it empty and fills it from its facts
class RequestedCompose {

    @AggregateIdentifier
    private ComposeId id;

    private EventId event;
    private @Nullable Long odcsId;
    private boolean ready;
    private boolean failed;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RequestCompose command) {
        if (id != null) return;
        apply(new ComposeRequested(
                command.composeId(),
                command.eventId(),
                command.eventNumber(),
                command.request(),
                command.deadline(),
                command.dryRun()));
    }

    @CommandHandler
    void decide(AssignCompose command) {
        if (failed || isAssigned(command.odcsId())) return;
        apply(new ComposeAssigned(id, event, command.odcsId(), command.shared()));
    }

    @CommandHandler
    void decide(ReportComposeDone command) {
        if (failed || ready || !isAssigned(command.odcsId())) return; // a number of before was made again
        apply(new ComposeReady(id, event, command.odcsId()));
    }

    /** What is there already may still be used: it cannot come too late any more. */
    @CommandHandler
    void decide(FailCompose command) {
        if (failed || ready) return;
        apply(new ComposeFailed(id, event, command.reason()));
    }

    @EventSourcingHandler
    void evolve(ComposeRequested fact) {
        id = fact.composeId();
        event = fact.eventId();
    }

    @EventSourcingHandler
    void evolve(ComposeAssigned fact) {
        odcsId = fact.odcsId();
        ready = false;
    }

    @EventSourcingHandler
    void evolve(ComposeReady fact) {
        ready = true;
    }

    @EventSourcingHandler
    void evolve(ComposeFailed fact) {
        failed = true;
    }

    private boolean isAssigned(long number) {
        return odcsId != null && odcsId == number;
    }
}
