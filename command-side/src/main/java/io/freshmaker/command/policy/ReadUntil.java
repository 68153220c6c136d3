package io.freshmaker.command.policy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when each source was read; stored once everything of before is registered. */
@Component
class ReadUntil {

    private final JdbcClient sql;

    ReadUntil(JdbcClient sql) {
        this.sql = sql;
    }

    /** Nothing when it was never read. */
    Optional<Instant> of(String source) {
        return sql.sql("select read_until from catch_up where source = ?")
                .param(source)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void set(String source, Instant until) {
        sql.sql("""
            insert into catch_up (source, read_until) values (?, ?)
            on conflict (source) do update set read_until = greatest(catch_up.read_until, excluded.read_until)\
            """).params(source, Timestamp.from(until)).update();
    }
}
