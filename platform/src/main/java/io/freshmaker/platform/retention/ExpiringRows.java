package io.freshmaker.platform.retention;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of one table, removed by their age.
 *
 * @param chosen the keys of those to be removed: a query with {@code ?} for the time and {@code ?} for how many
 */
public record ExpiringRows(String what, Duration kept, String table, String key, String chosen, JdbcClient sql)
        implements Expiring {

    @Override
    public int remove(Instant olderThan, int most) {
        return sql.sql("delete from %s where %s in (%s for update skip locked)".formatted(table, key, chosen))
                .params(Timestamp.from(olderThan), most)
                .update();
    }
}
