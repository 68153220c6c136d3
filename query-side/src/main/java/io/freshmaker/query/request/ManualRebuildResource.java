package io.freshmaker.query.request;

import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.request.ManualRebuilds.Accepted;
import io.freshmaker.query.role.Caller;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes requests for the rebuild of an advisory's images (spec §10.5). */
@RestController
class ManualRebuildResource {

    private static final String SUBMIT_BUILD = "submit-build";

    private final ManualRebuilds rebuilds;
    private final Events events;

    ManualRebuildResource(ManualRebuilds rebuilds, Events events) {
        this.rebuilds = rebuilds;
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
        Accepted accepted = rebuilds.accept(Body.of(body), caller.actor(), key);
        return answer(accepted.fact(), events.full(accepted.event()));
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
    @ApiResponse(
            responseCode = "200",
            description = "The Event in short form.",
            headers =
                    @Header(
                            name = "Freshmaker-Fact",
                            description = "Id of the fact, for `seen`.",
                            schema = @Schema(type = "string")))
    @Refuses(status = 403, when = "The writer may not, or the request could be a web page's.")
    @Refuses(status = 422, when = "The key was sent before, with another request.")
    @Refuses(status = 503, when = "The command side is not there, the read models are behind, or others are asking.")
    @PostMapping("/api/3/builds")
    @Needs(
            value = {Role.ADMIN, Role.MANUAL_REBUILDER},
            scope = SUBMIT_BUILD)
    ResponseEntity<EventJson> ours(
            @RequestBody(required = false) @Nullable JsonNode body,
            @Parameter(description = "Of the writer's choice; sent again with it, it is the same request.")
                    @RequestHeader(name = RequestIds.IDEMPOTENCY_KEY, required = false)
                    @Nullable
                    String key,
            @Parameter(hidden = true) Caller caller) {
        Accepted accepted = rebuilds.accept(Body.of(body), caller.actor(), key);
        return answer(accepted.fact(), events.brief(accepted.event()));
    }

    private static ResponseEntity<EventJson> answer(String fact, EventJson event) {
        return ResponseEntity.ok().header("Freshmaker-Fact", fact).body(event);
    }
}
