package io.freshmaker.query.plan;

import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.query.event.EventProjection;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the plan of each Event, and what it declined. */
@Component
@ProcessingGroup(EventProjection.GROUP)
class PlanProjection {

    private final EntityManager entities;
    private final JdbcClient sql;

    PlanProjection(EntityManager entities, JdbcClient sql) {
        this.entities = entities;
        this.sql = sql;
    }

    @EventHandler
    void on(RebuildPlanned fact) {
        entities.persist(new PlanRow(fact.eventId().value(), new Plan(fact.builds(), fact.declined())));
    }

    @EventHandler
    void on(EventSkipped fact) {
        if (fact.declined().isEmpty()) return;
        entities.persist(new PlanRow(fact.eventId().value(), new Plan(List.of(), fact.declined())));
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate table plan_view").update();
    }
}
