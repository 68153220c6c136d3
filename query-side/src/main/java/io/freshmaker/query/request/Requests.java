package io.freshmaker.query.request;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.trigger.Requested;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.openapi.TellsFact;
import io.freshmaker.query.order.Orders;
import io.freshmaker.query.progress.Patience;
import io.freshmaker.query.progress.Seen;
import io.freshmaker.query.progress.StoredFacts;
import io.freshmaker.query.web.ApiError;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registers what people want, one after the other, each once, and waits until it can be read. */
@Component
class Requests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AGAIN = "1"; // seconds

    private final Turns turns;
    private final Events events;
    private final Orders orders;
    private final StoredFacts facts;
    private final Seen seen;

    Requests(Turns turns, Events events, Orders orders, StoredFacts facts, Seen seen) {
        this.turns = turns;
        this.events = events;
        this.orders = orders;
        this.facts = facts;
        this.seen = seen;
    }

    /** The Event that was made of a request, and the fact that says so. */
    record Accepted(EventRow event, String fact) {}

    /**
     * Under an id that is known it is the same Event, whatever became of it. Throws {@link ApiError}: 422 where that was another
     * request, 503 where nothing can be done now, and what {@code wanted} and {@code check} throw.
     *
     * @param wanted makes a request of its id; may look at Events, all of which are known then
     * @param check refuses what is new
     */
    <R extends Requested> Accepted register(String id, boolean dryRun, Function<String, R> wanted, Consumer<R> check) {
        return turns.take(() -> {
            requireUpToDate();
            R request = wanted.apply(id);
            RegisterEvent command = RegisterEvent.of(id, request, dryRun);
            Optional<String> known = factOf(command);
            if (known.isPresent()) return same(command, known.get());
            check.accept(request);
            orders.send(command);
            return awaited(command);
        });
    }

    private Accepted awaited(RegisterEvent command) {
        String fact = factOf(command)
                .orElseThrow(() -> new IllegalStateException("No fact says that " + command + " was registered"));
        if (!seen.await(fact, new Patience())) {
            throw behind("%s is registered; the number of its Event is not known yet.".formatted(command.messageId()))
                    .with(TellsFact.HEADER, fact);
        }
        return new Accepted(row(command), fact);
    }

    private Accepted same(RegisterEvent command, String fact) {
        JsonNode known = facts.newestPayload(command.eventId().value(), EventRegistered.class)
                .map(JSON::readTree)
                .orElseThrow();
        JsonNode wanted = JSON.readTree(JSON.writeValueAsString(command.trigger()));
        if (!known.path("trigger").equals(wanted)) {
            throw new ApiError(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The header %s was sent before, with another request.".formatted(RequestIds.IDEMPOTENCY_KEY));
        }
        return new Accepted(row(command), fact);
    }

    private Optional<String> factOf(RegisterEvent command) {
        return facts.newest(command.eventId().value(), EventRegistered.class);
    }

    private EventRow row(RegisterEvent command) {
        return events.byKey(command.eventId())
                .orElseThrow(() -> new IllegalStateException("No row of " + command.eventId()));
    }

    /** What is not projected yet may be a running Event. */
    private void requireUpToDate() {
        if (!seen.awaitNewest(new Patience())) throw behind("The read models are behind; nothing was done.");
    }

    private static ApiError behind(String what) {
        return new ApiError(HttpStatus.SERVICE_UNAVAILABLE, what + " Try again soon.").with("Retry-After", AGAIN);
    }
}
