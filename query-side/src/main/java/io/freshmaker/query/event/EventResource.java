package io.freshmaker.query.event;

import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.actor.Actors;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.paging.Found;
import io.freshmaker.query.paging.Lists;
import io.freshmaker.query.paging.View;
import io.freshmaker.query.web.Listing;
import io.freshmaker.query.web.OrderBy;
import io.freshmaker.query.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events, field for field as the original shows them (spec §10.2 to 10.4). {@code /api/1} prefers the full form. */
@RestController
class EventResource {

    private static final OrderBy ORDER = new OrderBy(orders());

    private static final View VIEW = new View("event_view", "event_tally_view", "events");

    private final Lists lists;
    private final Events events;
    private final Actors actors;

    EventResource(Lists lists, Events events, Actors actors) {
        this.lists = lists;
        this.events = events;
        this.actors = actors;
    }

    @GetMapping("/api/{version:[12]}/events/")
    Listing<EventJson> list(
            @PathVariable int version,
            @RequestParam(name = "order_by", required = false) @Nullable String orderBy,
            HttpServletRequest request) {
        Paging paging = Paging.of(request);
        Found found = lists.find(VIEW, EventFilter.of(request, actors::ids), paging, ORDER.order(orderBy));
        List<EventJson> page = found.page().stream().map(EventRow::jsonOf).toList();
        return Listing.of(
                isFull(version, request) ? events.withBuilds(page) : events.withSummaries(page), paging, found.total());
    }

    @GetMapping("/api/{version:[12]}/events/{id:[0-9]+}")
    EventJson one(@PathVariable int version, @PathVariable String id, HttpServletRequest request) {
        EventRow event = events.find(id);
        return isFull(version, request) ? events.full(event) : events.brief(event);
    }

    @Operation(operationId = "getEvent", summary = "One Event in short form", tags = "events")
    @Refuses(status = 404, when = "There is no such Event.")
    @GetMapping("/api/3/events/{id:[0-9]+}")
    EventJson brief(@PathVariable String id) {
        return events.brief(events.find(id));
    }

    /** Exactly one value, {@code True} or {@code False}, overrides the version's preference. */
    private static boolean isFull(int version, HttpServletRequest request) {
        String[] wishes = request.getParameterValues("show_full_json");
        if (wishes == null || wishes.length != 1) return version == 1;
        return switch (wishes[0]) {
            case "True" -> true;
            case "False" -> false;
            default -> version == 1;
        };
    }

    private static SequencedMap<String, String> orders() {
        SequencedMap<String, String> orders = new LinkedHashMap<>();
        orders.put("id", "number");
        orders.put("message_id", "message_id");
        return orders;
    }
}
