package io.freshmaker.platform.balance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which process holds which processor. */
final class Claims {

    /** As long as a claim is valid without being renewed; after that anybody may take it. */
    static final Duration TIME_OUT = Duration.ofSeconds(10);

    private final JdbcClient sql;
    private final Clock clock;

    private record Claim(String owner, String group, Instant renewed) {}

    Claims(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The number of valid claims of each process that has any. */
    Map<String, Integer> byOwner() {
        Instant oldest = clock.instant().minus(TIME_OUT);
        Map<String, Integer> counts = new HashMap<>();
        all().stream()
                .filter(claim -> claim.renewed().isAfter(oldest))
                .forEach(claim -> counts.merge(claim.owner(), 1, Integer::sum));
        return counts;
    }

    private List<Claim> all() {
        return sql.sql("select owner, processor_name, timestamp from token_entry where owner is not null")
                .query((row, _) -> new Claim(row.getString(1), row.getString(2), Instant.parse(row.getString(3))))
                .list();
    }
}
