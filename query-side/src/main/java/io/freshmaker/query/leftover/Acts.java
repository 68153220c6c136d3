package io.freshmaker.query.leftover;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.leftover.LeftoverCommand;
import io.freshmaker.api.leftover.LeftoverCommand.DropLeftover;
import io.freshmaker.api.leftover.LeftoverCommand.RetryLeftover;
import io.freshmaker.api.leftover.LeftoverDomainEvent;
import io.freshmaker.api.leftover.LeftoverDropped;
import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.api.leftover.LeftoverRetried;
import io.freshmaker.api.value.Actor;
import io.freshmaker.query.order.Orders;
import io.freshmaker.query.progress.Patience;
import io.freshmaker.query.progress.StoredFacts;
import io.freshmaker.query.web.ApiError;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes what a person wants to the command side, where it becomes a fact; the room that owns the thing reacts to that. The answer
 * waits a moment, so that it shows what came of it.
 */
@Component
class Acts {

    private final Orders orders;
    private final StoredFacts facts;

    Acts(Orders orders, StoredFacts facts) {
        this.orders = orders;
        this.facts = facts;
    }

    /** The id of the fact, and whether it was carried out within two seconds. */
    record Outcome(String fact, boolean done) {}

    /** Answered with 409 when somebody was quicker. */
    Outcome retry(Actor actor, LeftoverId id, long occasion, BooleanSupplier done) {
        String fact = retry(actor, id, occasion);
        return new Outcome(fact, new Patience().until(done));
    }

    /** The same without waiting for what comes of it. */
    String retry(Actor actor, LeftoverId id, long occasion) {
        return factOf(new RetryLeftover(id, occasion, actor), LeftoverRetried.class);
    }

    /** Answered with 409 when somebody was quicker. */
    Outcome drop(Actor actor, LeftoverId id, long occasion, String reason, BooleanSupplier done) {
        String fact = factOf(new DropLeftover(id, occasion, actor, reason), LeftoverDropped.class);
        return new Outcome(fact, new Patience().until(done));
    }

    private String factOf(LeftoverCommand command, Class<? extends LeftoverDomainEvent> kind) {
        send(command);
        String id = command.leftoverId().value();
        return facts.newest(id, kind).orElseThrow(() -> new IllegalStateException("No fact is about " + id));
    }

    private void send(LeftoverCommand command) {
        try {
            orders.send(command);
        } catch (CommandExecutionException e) {
            throw new ApiError(
                    HttpStatus.CONFLICT,
                    IllegalTransition.in(e).orElseThrow(() -> e).reason());
        }
    }
}
