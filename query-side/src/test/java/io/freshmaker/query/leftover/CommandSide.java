package io.freshmaker.query.leftover;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.leftover.LeftoverCommand;
import io.freshmaker.api.leftover.LeftoverCommand.DropLeftover;
import io.freshmaker.api.leftover.LeftoverCommand.RetryLeftover;
import io.freshmaker.api.leftover.LeftoverDomainEvent;
import io.freshmaker.api.leftover.LeftoverDropped;
import io.freshmaker.api.leftover.LeftoverRetried;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.Story.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;

/** Plays the command side: makes a fact of each wish and tells the owner of the thing, which the test plays. */
public final class CommandSide implements AutoCloseable {

    static final String REASON_KEY = "reason-1";

    final List<LeftoverCommand> commands = new ArrayList<>();
    final List<String> facts = new ArrayList<>();
    private final Facts store;
    private final List<Registration> registrations;

    /** What follows from a fact. */
    Consumer<LeftoverDomainEvent> owner = _ -> {};

    /** Why a wish is refused, where it is. */
    public String refusal = "";

    public CommandSide(CommandBus bus, Facts store) {
        this.store = store;
        this.registrations = List.of(
                bus.subscribe(RetryLeftover.class.getName(), message -> handle((LeftoverCommand) message.getPayload())),
                bus.subscribe(DropLeftover.class.getName(), message -> handle((LeftoverCommand) message.getPayload())));
    }

    @Override
    public void close() {
        registrations.forEach(Registration::cancel);
    }

    private String handle(LeftoverCommand command) {
        if (!refusal.isEmpty()) throw new IllegalTransition(refusal);
        commands.add(command);
        LeftoverDomainEvent fact = factOf(command);
        facts.addAll(store.publish(List.of(new Told(fact, Instant.now()))));
        owner.accept(fact);
        return "done";
    }

    private static LeftoverDomainEvent factOf(LeftoverCommand command) {
        return switch (command) {
            case RetryLeftover retry -> new LeftoverRetried(retry.leftoverId(), retry.occasion(), retry.actor());
            case DropLeftover drop -> new LeftoverDropped(drop.leftoverId(), drop.occasion(), drop.actor(), REASON_KEY);
        };
    }
}
