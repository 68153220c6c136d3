package io.freshmaker.query.cancel;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.role.Caller;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.freshmaker.query.web.ApiError;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Cancels an Event as the original does (spec §10.6), but not one that has ended. */
@RestController
class CancelResource {

    private static final int OURS = 3;

    private final Events events;
    private final Cancel cancel;

    CancelResource(Events events, Cancel cancel) {
        this.events = events;
        this.cancel = cancel;
    }

    @PatchMapping("/api/{version:[123]}/events/{id:[0-9]+}")
    @Needs({Role.ADMIN, Role.MANUAL_REBUILDER})
    ResponseEntity<EventJson> change(
            @PathVariable int version,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode change,
            Caller caller) {
        requireCancel(change);
        EventRow event = events.find(id);
        requireOwn(event, caller);
        String fact = cancel(event, caller.actor(), version);
        EventRow canceled = events.find(id);
        return ResponseEntity.ok()
                .header("Freshmaker-Fact", fact)
                .body(version == OURS ? events.brief(canceled) : events.full(canceled));
    }

    private String cancel(EventRow event, Actor actor, int version) {
        try {
            return cancel.cancel(event, actor);
        } catch (CommandExecutionException e) {
            String reason = IllegalTransition.in(e).orElseThrow(() -> e).reason();
            throw new ApiError(version == OURS ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST, reason);
        }
    }

    /** An Event that came over the bus has no requester, so only an admin cancels it. */
    private static void requireOwn(EventRow event, Caller caller) {
        if (caller.is(Role.ADMIN) || caller.is(event.requester())) return;
        throw new ApiError(HttpStatus.FORBIDDEN, "You must be an admin to cancel someone else's event.");
    }

    private static void requireCancel(@Nullable JsonNode change) {
        if (change == null || !change.has("action")) {
            throw ApiError.badRequest("Missing action in request. Don't know what to do with the event.");
        }
        if (!"cancel".equals(change.path("action").asString(""))) {
            throw ApiError.badRequest("Unsupported action requested.");
        }
    }
}
