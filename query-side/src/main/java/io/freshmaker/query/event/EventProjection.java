package io.freshmaker.query.event;

import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventRegistered;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row for each Event, as the API shows it. */
@Component
@ProcessingGroup(EventProjection.GROUP)
public class EventProjection {

    /**
     * The processing group of every read model: one, so that a reader who sees an Event as complete also sees the ends of all of
     * its builds.
     */
    public static final String GROUP = "events";

    private final EntityManager entities;
    private final JdbcClient sql;

    EventProjection(EntityManager entities, JdbcClient sql) {
        this.entities = entities;
        this.sql = sql;
    }

    @EventHandler
    void on(EventDomainEvent fact, @Timestamp Instant at) {
        if (fact instanceof EventRegistered registered) entities.persist(new EventRow(registered, at));
        else row(fact).after(fact, at);
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate table event_view").update();
    }

    private EventRow row(EventDomainEvent fact) {
        EventRow row = entities.find(EventRow.class, fact.eventId().value());
        if (row == null) throw new IllegalStateException("No view of " + fact.eventId());
        return row;
    }
}
