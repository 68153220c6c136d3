package io.freshmaker.query.request;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.value.Actor;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.order.Orders;
import io.freshmaker.query.progress.Patience;
import io.freshmaker.query.progress.Seen;
import io.freshmaker.query.progress.StoredFacts;
import io.freshmaker.query.web.ApiError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Registers what people want rebuilt, once it is known that it may be (spec §10.5). */
@Component
class ManualRebuilds {

    private static final String PREFIX = "manual_rebuild_";
    private static final String AGAIN = "1"; // seconds

    private final Turns turns;
    private final Events events;
    private final Orders orders;
    private final StoredFacts facts;
    private final Seen seen;

    ManualRebuilds(Turns turns, Events events, Orders orders, StoredFacts facts, Seen seen) {
        this.turns = turns;
        this.events = events;
        this.orders = orders;
        this.facts = facts;
        this.seen = seen;
    }

    /** The Event that was made of a request, and the fact that says so. */
    record Accepted(EventRow event, String fact) {}

    /**
     * Sent again with the same key it is the same Event, whatever became of it.
     *
     * @param key of the header {@link RequestIds#IDEMPOTENCY_KEY}
     */
    Accepted accept(Body body, Actor actor, @Nullable String key) {
        String id = RequestIds.of(PREFIX, actor, key);
        return turns.take(() -> register(body, actor, id));
    }

    private Accepted register(Body body, Actor actor, String id) {
        requireUpToDate();
        ManualRebuild wanted = wanted(body, actor, id);
        RegisterEvent command = RegisterEvent.of(id, wanted, body.isDryRun());
        Optional<String> known = facts.newest(command.eventId().value(), EventRegistered.class);
        if (known.isPresent()) return same(wanted, command, known.get());
        if (!body.isForced()) requireNoneRunning(wanted.searchKey());
        orders.send(command);
        String fact = facts.newest(command.eventId().value(), EventRegistered.class)
                .orElseThrow(() -> new IllegalStateException("No fact says that " + id + " was registered"));
        if (!seen.await(fact, new Patience())) {
            throw behind("Event of the request %s is registered; its number is not known yet.".formatted(id))
                    .with("Freshmaker-Fact", fact);
        }
        return new Accepted(row(command), fact);
    }

    private Accepted same(ManualRebuild wanted, RegisterEvent command, String fact) {
        EventRow row = row(command);
        if (!row.isOf(wanted, command.dryRun())) {
            throw new ApiError(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The header %s was sent before, with another request.".formatted(RequestIds.IDEMPOTENCY_KEY));
        }
        return new Accepted(row, fact);
    }

    private EventRow row(RegisterEvent command) {
        return events.byKey(command.eventId())
                .orElseThrow(() -> new IllegalStateException("No row of " + command.eventId()));
    }

    private ManualRebuild wanted(Body body, Actor actor, String id) {
        Optional<EventRow> upon = body.event().map(this::upon);
        if (body.advisory().isEmpty() && upon.isEmpty()) {
            throw ApiError.badRequest(
                    "You must at least provide \"errata_id\" or \"freshmaker_event_id\" in the request.");
        }
        long advisory = upon.isPresent()
                ? advisoryOf(upon.get(), body)
                : body.advisory().getAsLong();
        return new ManualRebuild(
                advisory,
                body.images(),
                new Request(
                        id,
                        Way.API,
                        actor.equals(Actor.ANYONE) ? null : actor,
                        upon.map(EventRow::number).stream().toList(),
                        body.metadata()));
    }

    private EventRow upon(int number) {
        EventRow event = events.byNumber(number)
                .orElseThrow(() -> ApiError.badRequest("The provided \"freshmaker_event_id\" is invalid."));
        if (event.isOf(EventType.FreshmakerAsyncManualBuildEvent)) {
            throw ApiError.badRequest(
                    "The event (id=%d) is an async build event, can not be used for this build.".formatted(number));
        }
        return event;
    }

    private static long advisoryOf(EventRow upon, Body body) {
        long known = upon.advisory()
                .orElseThrow(() ->
                        ApiError.badRequest("The event (id=%d) is about no advisory, can not be used for this build."
                                .formatted(upon.number())));
        if (body.advisory().isPresent() && body.advisory().getAsLong() != known) {
            throw ApiError.badRequest(
                    "The provided \"errata_id\" doesn't match the Advisory ID associated with the input"
                            + " \"freshmaker_event_id\".");
        }
        return known;
    }

    /** A dry run is in nobody's way. */
    private void requireNoneRunning(String advisory) {
        List<Integer> running = events.building(advisory);
        if (running.isEmpty()) return;
        throw ApiError.badRequest(
                ("Events triggered by advisory %s are running: %s. If you want to rebuild it anyway, use"
                                + " \"force\": true option.")
                        .formatted(advisory, running));
    }

    /** What is not projected yet may be a running Event. */
    private void requireUpToDate() {
        if (!seen.awaitNewest(new Patience())) throw behind("The read models are behind; nothing was done.");
    }

    private static ApiError behind(String what) {
        return new ApiError(HttpStatus.SERVICE_UNAVAILABLE, what + " Try again soon.").with("Retry-After", AGAIN);
    }
}
