package io.freshmaker.query.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds facts in the store. The index is the store's own and is never shown: it has gaps and is not in the order of commits. */
@Component
public class StoredFacts {

    private final JdbcClient sql;

    StoredFacts(JdbcClient sql) {
        this.sql = sql;
    }

    /** The id of the newest fact of that kind about that aggregate. */
    public Optional<String> newest(String aggregate, Class<?> kind) {
        return sql.sql("""
            select event_identifier from domain_event where aggregate_identifier = ? and payload_type = ?
            order by sequence_number desc limit 1
            """)
                .params(aggregate, kind.getName())
                .query(String.class)
                .optional();
    }

    /** The newest fact of that kind about that aggregate, as it is stored: JSON. */
    public Optional<String> newestPayload(String aggregate, Class<?> kind) {
        return sql.sql("""
            select payload from domain_event where aggregate_identifier = ? and payload_type = ?
            order by sequence_number desc limit 1
            """)
                .params(aggregate, kind.getName())
                .query((row, _) -> new String(row.getBytes(1), UTF_8))
                .optional();
    }

    Optional<Long> indexOf(String factId) {
        return sql.sql("select global_index from domain_event where event_identifier = ?")
                .param(factId)
                .query(Long.class)
                .optional();
    }

    /** The index of the newest fact; -1 before the first. */
    long newestIndex() {
        return sql.sql("select coalesce(max(global_index), -1) from domain_event")
                .query(Long.class)
                .single();
    }

    /** How many facts there are after an index: by their positions, and those counted that have none yet. */
    long countAfter(long index) {
        long numbered = indexOfHead();
        long unnumbered = sql.sql("select count(*) from domain_event where global_index > ?")
                .param(Math.max(index, numbered))
                .query(Long.class)
                .single();
        return Math.max(0, head() - positionUpTo(index)) + unnumbered;
    }

    /** The position in the feed of the last fact up to an index; 0 before the first. */
    long positionUpTo(long index) {
        return sql.sql("""
            select f.position from domain_event d join feed f on f.event_identifier = d.event_identifier
            where d.global_index <= ? order by d.global_index desc limit 1
            """).param(index).query(Long.class).optional().orElse(0L);
    }

    long head() {
        return sql.sql("select coalesce(max(position), 0) from feed")
                .query(Long.class)
                .single();
    }

    private long indexOfHead() {
        return sql.sql("""
            select d.global_index from feed f join domain_event d on d.event_identifier = f.event_identifier
            order by f.position desc limit 1
            """).query(Long.class).optional().orElse(-1L);
    }
}
