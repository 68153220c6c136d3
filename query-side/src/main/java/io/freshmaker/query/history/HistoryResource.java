package io.freshmaker.query.history;

import io.freshmaker.query.event.Events;
import io.freshmaker.query.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened to an Event and its builds, oldest first. */
@RestController
class HistoryResource {

    private final Events events;
    private final History history;

    HistoryResource(Events events, History history) {
        this.events = events;
        this.history = history;
    }

    @Operation(
            operationId = "getHistory",
            summary = "Every stored fact of the Event and its builds, oldest first",
            tags = "events")
    @Refuses(status = 404, when = "There is no such Event.")
    @GetMapping("/api/3/events/{id:[0-9]+}/history")
    Past history(@PathVariable String id) {
        return new Past(history.of(events.find(id)));
    }

    /** All of it. */
    record Past(List<PastFact> items) {}
}
