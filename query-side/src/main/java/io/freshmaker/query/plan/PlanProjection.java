package io.freshmaker.query.plan;

import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.platform.axon.FactBatch;
import io.freshmaker.query.readmodel.Columns;
import io.freshmaker.query.readmodel.Forgotten;
import io.freshmaker.query.readmodel.ReadModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.replay.ResetContext;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the plan of each Event, and what it declined. */
@Component
@ProcessingGroup(ReadModel.GROUP)
class PlanProjection {

    private static final String SAVE = """
        insert into plan_view (event_key, json) select * from unnest(?::text[], ?::text[])
        on conflict (event_key) do update set json = excluded.json
        """;

    private final JdbcTemplate sql;
    private final Forgotten forgotten;

    PlanProjection(JdbcTemplate sql, Forgotten forgotten) {
        this.sql = sql;
        this.forgotten = forgotten;
    }

    @EventHandler(payloadType = RebuildPlanned.class)
    void onPlanned(EventMessage<EventDomainEvent> fact, UnitOfWork<?> unit) {
        collect(fact, unit);
    }

    @EventHandler(payloadType = EventSkipped.class)
    void onSkipped(EventMessage<EventDomainEvent> fact, UnitOfWork<?> unit) {
        collect(fact, unit);
    }

    @ResetHandler
    void reset(ResetContext<?> reset) {
        if (ReadModel.PLANS.isEmptiedBy(reset)) sql.execute("truncate table plan_view");
    }

    private void collect(EventMessage<EventDomainEvent> fact, UnitOfWork<?> unit) {
        if (ReadModel.PLANS.sees(fact)) FactBatch.add(unit, PlanProjection.class, fact.getPayload(), this::project);
    }

    private void project(List<EventDomainEvent> facts) {
        Map<String, Plan> plans = new LinkedHashMap<>();
        for (EventDomainEvent fact : forgotten.without(facts, EventDomainEvent::eventId)) {
            if (fact instanceof RebuildPlanned planned) {
                plans.put(fact.eventId().value(), new Plan(planned.builds(), planned.declined()));
            } else if (fact instanceof EventSkipped skipped
                    && !skipped.declined().isEmpty()) {
                plans.put(fact.eventId().value(), new Plan(List.of(), skipped.declined()));
            }
        }
        Columns<Map.Entry<String, Plan>> columns = new Columns<>(plans.entrySet());
        if (!plans.isEmpty())
            sql.update(
                    SAVE,
                    columns.texts(Map.Entry::getKey),
                    columns.texts(plan -> plan.getValue().json()));
    }
}
