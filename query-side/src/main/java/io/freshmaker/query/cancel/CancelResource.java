package io.freshmaker.query.cancel;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
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
    ResponseEntity<EventJson> change(
            @PathVariable int version,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode change) {
        requireCancel(change);
        String fact = cancel(events.find(id), version);
        EventRow canceled = events.find(id);
        return ResponseEntity.ok()
                .header("Freshmaker-Fact", fact)
                .body(version == OURS ? events.brief(canceled) : events.full(canceled));
    }

    private String cancel(EventRow event, int version) {
        try {
            return cancel.cancel(event);
        } catch (CommandExecutionException e) {
            String reason = IllegalTransition.in(e).orElseThrow(() -> e).reason();
            throw new ApiError(version == OURS ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST, reason);
        }
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
