package io.freshmaker.query.dashboard;

import io.freshmaker.query.event.Events;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What changes of an Event, as Server-Sent Events, until it has ended. Ids are positions in the feed. */
@RestController
class LiveResource {

    private final Events events;
    private final Live live;

    LiveResource(Events events, Live live) {
        this.events = events;
        this.live = live;
    }

    @Operation(
            operationId = "followEvent",
            summary = "What changes of an Event, as Server-Sent Events, until it has ended",
            description =
                    "`hello` first, `change` with what changed as JSON, `reload` when too much was missed, `end` or"
                            + " `bye` last. Ids are positions in the feed.",
            tags = "events")
    @ApiResponse(
            responseCode = "200",
            description = "It lasts until the Event has ended or the reader goes.",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @Refuses(status = 404, when = "There is no such Event.")
    @Refuses(status = 503, when = "Too many pages are live already.")
    @GetMapping(path = "/api/3/events/{id:[0-9]+}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @PathVariable String id,
            @Parameter(description = "The last position that is known: what came after it is told too.")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String last,
            HttpServletResponse response) {
        int event = events.find(id).number();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // proxies that collect answers would make it late
        return live.open(event, last == null || last.isEmpty() ? null : position(last));
    }

    private static long position(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiError.badRequest("'Last-Event-ID' must be a position in the feed, not '%s'.".formatted(text));
        }
    }
}
