package io.freshmaker.query.request;

import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.openapi.TellsFact;
import io.freshmaker.query.request.Requests.Accepted;
import io.freshmaker.query.role.Caller;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes requests for rebuilds (spec §10.5). */
@RestController
class RequestResource {

    private static final String SUBMIT_BUILD = "submit-build";

    private final Wishes wishes;
    private final Events events;

    RequestResource(Wishes wishes, Events events) {
        this.wishes = wishes;
        this.events = events;
    }

    @PostMapping("/api/{version:[12]}/builds/")
    @Needs(
            value = {Role.ADMIN, Role.MANUAL_REBUILDER},
            scope = SUBMIT_BUILD)
    ResponseEntity<EventJson> original(
            @PathVariable int version,
            @RequestBody(required = false) @Nullable JsonNode body,
            @RequestHeader(name = RequestIds.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            Caller caller) {
        return answer(wishes.forAdvisory(Body.of(body), caller.actor(), key), events::full);
    }

    @Operation(
            operationId = "requestRebuild",
            summary = "Asks for the images of an advisory to be rebuilt",
            tags = "builds",
            description = "The Event is registered when the answer comes; what it rebuilds is planned then.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Rebuild")))
    @Registered
    @PostMapping("/api/3/builds")
    @Needs(
            value = {Role.ADMIN, Role.MANUAL_REBUILDER},
            scope = SUBMIT_BUILD)
    ResponseEntity<EventJson> ours(
            @RequestBody(required = false) @Nullable JsonNode body,
            @Parameter(description = RequestIds.DESCRIPTION)
                    @RequestHeader(name = RequestIds.IDEMPOTENCY_KEY, required = false)
                    @Nullable
                    String key,
            @Parameter(hidden = true) Caller caller) {
        return answer(wishes.forAdvisory(Body.of(body), caller.actor(), key), events::brief);
    }

    @PostMapping("/api/{version:[12]}/async-builds/")
    @Needs(
            value = {Role.ADMIN, Role.ASYNC_REBUILDER},
            scope = SUBMIT_BUILD)
    ResponseEntity<EventJson> originalAsync(
            @PathVariable int version,
            @RequestBody(required = false) @Nullable JsonNode body,
            @RequestHeader(name = RequestIds.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            Caller caller) {
        return answer(wishes.fromBranch(Body.of(body), caller.actor(), key), events::full);
    }

    @Operation(
            operationId = "requestBranchRebuild",
            summary = "Asks for images to be rebuilt as they were last built from a branch",
            tags = "builds",
            description = "The Event is registered when the answer comes; what it rebuilds is planned then.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/BranchRebuild")))
    @Registered
    @PostMapping("/api/3/async-builds")
    @Needs(
            value = {Role.ADMIN, Role.ASYNC_REBUILDER},
            scope = SUBMIT_BUILD)
    ResponseEntity<EventJson> oursAsync(
            @RequestBody(required = false) @Nullable JsonNode body,
            @Parameter(description = RequestIds.DESCRIPTION)
                    @RequestHeader(name = RequestIds.IDEMPOTENCY_KEY, required = false)
                    @Nullable
                    String key,
            @Parameter(hidden = true) Caller caller) {
        return answer(wishes.fromBranch(Body.of(body), caller.actor(), key), events::brief);
    }

    private static ResponseEntity<EventJson> answer(Accepted accepted, Function<EventRow, EventJson> form) {
        return ResponseEntity.ok().header(TellsFact.HEADER, accepted.fact()).body(form.apply(accepted.event()));
    }
}
