package io.freshmaker.standalone.simulation.broken;

import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.query.readmodel.ReadModel;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A read model that counts up and forgets to begin anew with a replay. Its rows are in a table of another read model. */
@Component
@ProcessingGroup(ReadModel.GROUP)
public class ProjectionThatCounts {

    private final JdbcTemplate sql;

    ProjectionThatCounts(JdbcTemplate sql) {
        this.sql = sql;
    }

    @EventHandler
    void on(EventDomainEvent fact) {
        sql.update("create table if not exists counted_view (count integer)");
        int counted = sql.update("update counted_view set count = count + 1");
        if (counted == 0) sql.update("insert into counted_view values (1)");
    }
}
