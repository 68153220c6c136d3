package io.freshmaker.platform.balance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.freshmaker.platform.axon.FencedTokenStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.common.DateTimeUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which process holds which processor. */
final class Claims {

    private final JdbcClient sql;
    private final Clock clock;

    private record Claim(String owner, String group) {}

    Claims(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The groups that each process has valid claims on, if it has any. */
    Map<String, Set<String>> byOwner() {
        return valid().stream().collect(groupingBy(Claim::owner, mapping(Claim::group, toSet())));
    }

    private List<Claim> valid() {
        return sql.sql("select owner, processor_name from token_entry where owner is not null and timestamp > ?")
                .param(DateTimeUtils.formatInstant(clock.instant().minus(FencedTokenStore.CLAIM_TIMEOUT)))
                .query((row, _) -> new Claim(row.getString(1), row.getString(2)))
                .list();
    }
}
