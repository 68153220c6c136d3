package io.freshmaker.platform.reason;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps why people did something, in their own words. Facts are for ever and have the key alone, or their own id is the key, so
 * that a reason can be cleared ({@code delete from typed_reason}).
 */
public class TypedReasons {

    private final JdbcClient sql;
    private final Clock clock;

    public TypedReasons(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps it with the current transaction; returns its key. */
    public String keep(String text) {
        String key = "reason-" + UUID.randomUUID();
        keep(key, text);
        return key;
    }

    /** Keeps it under this key; the first one given stays. */
    public void keep(String key, String text) {
        sql.sql("insert into typed_reason (reason_key, text, written_at) values (?, ?, ?) on conflict do nothing")
                .params(key, text, Timestamp.from(clock.instant()))
                .update();
    }

    /** Empty when it was cleared. */
    public Optional<String> read(String key) {
        return sql.sql("select text from typed_reason where reason_key = ?")
                .param(key)
                .query(String.class)
                .optional();
    }
}
