package io.freshmaker.query.cancel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.openapi.TellsFact;
import io.freshmaker.query.role.Caller;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    private static final int LONGEST_REASON = 500;

    private final Events events;
    private final Cancel cancel;

    CancelResource(Events events, Cancel cancel) {
        this.events = events;
        this.cancel = cancel;
    }

    @PatchMapping("/api/{version:[12]}/events/{id:[0-9]+}")
    @Needs({Role.ADMIN, Role.MANUAL_REBUILDER})
    ResponseEntity<EventJson> original(
            @PathVariable int version,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode change,
            Caller caller) {
        return change(version, id, change, caller);
    }

    @Operation(operationId = "cancelEvent", summary = "Cancels an Event", tags = "events")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/EventChange")))
    @ApiResponse(responseCode = "200", description = "The canceled Event in short form.")
    @TellsFact
    @Refuses(status = 403, when = "The writer may not, or the request could be a web page's.")
    @Refuses(status = 404, when = "There is no such Event.")
    @Refuses(status = 409, when = "It has ended.")
    @Refuses(status = 503, when = "The command side is not there.")
    @PatchMapping("/api/3/events/{id:[0-9]+}")
    @Needs({Role.ADMIN, Role.MANUAL_REBUILDER})
    ResponseEntity<EventJson> ours(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode change,
            @Parameter(hidden = true) Caller caller) {
        return change(OURS, id, change, caller);
    }

    private ResponseEntity<EventJson> change(int version, String id, @Nullable JsonNode change, Caller caller) {
        requireCancel(change);
        EventRow event = events.find(id);
        requireOwn(event, caller);
        String reason = version == OURS ? reason(change) : null;
        String fact = cancel(event, caller.actor(), version, reason);
        EventRow canceled = events.find(id);
        return ResponseEntity.ok()
                .header(TellsFact.HEADER, fact)
                .body(version == OURS ? events.brief(canceled) : events.full(canceled));
    }

    private String cancel(EventRow event, Actor actor, int version, @Nullable String why) {
        try {
            return cancel.cancel(event, actor, why);
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

    /** What the person says, or null; the original knows nothing of it. */
    private static @Nullable String reason(@Nullable JsonNode change) {
        JsonNode reason = change == null ? null : change.get("reason");
        if (reason == null || reason.isNull()) return null;
        String text = reason.isString() ? reason.asString().strip() : "\0";
        boolean storable = text.indexOf('\0') < 0 && UTF_8.newEncoder().canEncode(text);
        if (!storable || text.length() > LONGEST_REASON) {
            throw ApiError.badRequest("'reason' must be text of at most %d characters.".formatted(LONGEST_REASON));
        }
        return text.isEmpty() ? null : text;
    }
}
