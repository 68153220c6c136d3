package io.freshmaker.benchmarks;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** Something that can be marked with a number, once with each: like everything of ours, it takes a repeated command for done. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon makes it empty and fills it from its facts
class Thing {

    /** Marks it. */
    record Mark(@TargetAggregateIdentifier String thing, int number) {}

    /** It is marked. */
    @Revision("1")
    record Marked(String thing, int number) {}

    @AggregateIdentifier
    private String id;

    private final Set<Integer> numbers = new HashSet<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(Mark command) {
        if (!numbers.contains(command.number())) apply(new Marked(command.thing(), command.number()));
    }

    @EventSourcingHandler
    void evolve(Marked fact) {
        id = fact.thing();
        numbers.add(fact.number());
    }
}
