package io.freshmaker.query.readmodel;

import io.freshmaker.api.value.EventId;
import io.freshmaker.api.wire.WireTime;
import io.freshmaker.platform.retention.Expiring;
import io.freshmaker.platform.retention.RetentionSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Events that the read models leave out, because they ended longer ago than {@code freshmaker.retention.read-models}. Their facts
 * stay. A replay leaves them out too, and whatever is said of them later.
 */
@Component
public class Forgotten implements Expiring {

    /** An Event may have thousands of builds, all of which go in the same transaction. */
    private static final int MOST = 50;

    /** What has builds that have not ended stays, however old it is. */
    private static final String FORGET = """
        insert into forgotten_event (event_key, time_done)
        select v.event_key, v.json::jsonb ->> 'time_done' from event_view v
        where v.state in (2, 3, 4, 5) and v.json::jsonb ->> 'time_done' < :time
            and not exists (select from build_view b where b.event_number = v.number and b.state in (0, 4))
        order by v.json::jsonb ->> 'time_done' limit :most
        on conflict (event_key) do update set time_done = excluded.time_done
        returning event_key
        """;

    private static final List<String> REMOVE = List.of(
            "delete from plan_view where event_key = any(?)",
            "delete from compose_need_view where build_key in (select build_key from build_view b join event_view e on"
                    + " e.number = b.event_number where e.event_key = any(?))",
            "delete from bundle_view where event_number in (select number from event_view where event_key = any(?))",
            "delete from compose_view where event_number in (select number from event_view where event_key = any(?))",
            "delete from build_view where event_number in (select number from event_view where event_key = any(?))",
            "delete from event_view where event_key = any(?)");

    private final JdbcClient sql;
    private final Duration kept;
    private final Clock clock;

    Forgotten(JdbcClient sql, RetentionSettings settings, Clock clock) {
        this.sql = sql;
        this.kept = settings.readModels();
        this.clock = clock;
    }

    /** Those of the facts whose Events are shown. */
    public <T> List<T> without(List<T> facts, Function<T, EventId> event) {
        Set<String> forgotten = new HashSet<>(sql.sql("select event_key from forgotten_event where event_key = any(?)")
                .param(facts.stream().map(fact -> event.apply(fact).value()).toArray(String[]::new))
                .query(String.class)
                .list());
        if (forgotten.isEmpty()) return facts;
        return facts.stream()
                .filter(fact -> !forgotten.contains(event.apply(fact).value()))
                .toList();
    }

    /** Has those come back, as everything is read again, that are not too old any more: somebody has changed the setting. */
    public void rememberWhatIsKeptNow() {
        if (kept.isZero()) sql.sql("delete from forgotten_event").update();
        else
            sql.sql("delete from forgotten_event where time_done >= ?")
                    .param(WireTime.of(clock.instant().minus(kept)))
                    .update();
    }

    @Override
    public String what() {
        return "read-models";
    }

    @Override
    public Duration kept() {
        return kept;
    }

    @Override
    public int remove(Instant olderThan, int most) {
        String[] forgotten = sql.sql(FORGET)
                .param("time", WireTime.of(olderThan))
                .param("most", Math.min(most, MOST))
                .query(String.class)
                .list()
                .toArray(String[]::new);
        if (forgotten.length > 0)
            REMOVE.forEach(statement -> sql.sql(statement).param(forgotten).update());
        return forgotten.length;
    }
}
