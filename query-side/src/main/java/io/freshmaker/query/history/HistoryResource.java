package io.freshmaker.query.history;

import io.freshmaker.query.event.Events;
import java.util.List;
import java.util.Map;
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

    @GetMapping("/api/3/events/{id:[0-9]+}/history")
    Map<String, List<PastFact>> history(@PathVariable String id) {
        return Map.of("items", history.of(events.find(id)));
    }
}
