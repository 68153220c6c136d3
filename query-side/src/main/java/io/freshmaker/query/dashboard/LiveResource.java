package io.freshmaker.query.dashboard;

import io.freshmaker.query.event.Events;
import io.freshmaker.query.web.ApiError;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
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

    @GetMapping("/api/3/events/{id:[0-9]+}/live")
    SseEmitter live(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
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
