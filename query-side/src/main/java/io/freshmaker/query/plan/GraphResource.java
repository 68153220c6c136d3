package io.freshmaker.query.plan;

import io.freshmaker.query.build.BuildRow;
import io.freshmaker.query.build.Builds;
import io.freshmaker.query.compose.Composes;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
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
    private final Composes composes;
    private final EntityManager entities;

    GraphResource(Events events, Builds builds, Composes composes, EntityManager entities) {
        this.events = events;
        this.builds = builds;
        this.composes = composes;
        this.entities = entities;
    }

    @Operation(
            operationId = "getGraph",
            summary = "What is built after what, how far it is, and what is not built and why",
            description =
                    "Nodes stand in plan order, parents first; an edge goes from a parent to what is built from it. A"
                            + " node names the composes that it needs, which stand beside the nodes.",
            tags = "events")
    @Refuses(status = 404, when = "There is no such Event.")
    @GetMapping("/api/3/events/{id:[0-9]+}/graph")
    Graph graph(@PathVariable String id) {
        EventRow event = events.find(id);
        PlanRow row = entities.find(PlanRow.class, event.eventKey());
        List<BuildRow> stored = builds.of(event.number());
        Plan plan = row == null ? Plan.NONE : row.plan();
        return Graph.of(event, events.brief(event), plan, stored, composes.of(event.number()));
    }
}
