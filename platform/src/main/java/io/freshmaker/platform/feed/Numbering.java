package io.freshmaker.platform.feed;

import io.freshmaker.platform.axon.FactBatch;
import io.freshmaker.platform.axon.Processor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives every fact its position in the feed: without gaps, in the order in which it sees them. One segment, one thread, and the
 * positions are stored in the same transaction as how far it has come.
 */
@ProcessingGroup(Numbering.GROUP)
@DisallowReplay
public class Numbering {

    public static final String GROUP = "numbering";
    static final Processor PROCESSOR = Processor.process(GROUP, 500);

    private final JdbcTemplate sql;

    public Numbering(JdbcTemplate sql) {
        this.sql = sql;
    }

    @EventHandler
    void number(EventMessage<?> fact, UnitOfWork<?> unit) {
        FactBatch.add(unit, Numbering.class, fact.getIdentifier(), this::store);
    }

    private void store(List<String> facts) {
        facts.removeAll(numberedBefore(facts));
        Long last = sql.queryForObject("select coalesce(max(position), 0) from feed", Long.class);
        List<Object[]> rows = new ArrayList<>();
        long position = last == null ? 0 : last;
        for (String fact : facts) rows.add(new Object[] {++position, fact});
        sql.batchUpdate("insert into feed (position, event_identifier) values (?, ?)", rows);
    }

    /** Some are, if the record of how far it had come was lost. */
    private Collection<?> numberedBefore(List<String> facts) {
        String[] ids = facts.toArray(String[]::new);
        return sql.queryForList(
                "select event_identifier from feed where event_identifier = any(?)", String.class, (Object) ids);
    }
}
