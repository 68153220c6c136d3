package io.freshmaker.query.plan;

import io.freshmaker.query.build.BuildRow;
import io.freshmaker.query.build.Builds;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The graph of an Event, for people and the dashboard. */
@RestController
class GraphResource {

    private final Events events;
    private final Builds builds;
    private final EntityManager entities;

    GraphResource(Events events, Builds builds, EntityManager entities) {
        this.events = events;
        this.builds = builds;
        this.entities = entities;
    }

    @GetMapping("/api/3/events/{id:[0-9]+}/graph")
    Graph graph(@PathVariable String id) {
        EventRow event = events.find(id);
        PlanRow row = entities.find(PlanRow.class, event.eventKey());
        List<BuildRow> stored = builds.of(event.number());
        return Graph.of(events.brief(event), row == null ? Plan.NONE : row.plan(), stored);
    }
}
