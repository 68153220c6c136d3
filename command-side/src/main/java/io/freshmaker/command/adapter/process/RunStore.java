package io.freshmaker.command.adapter.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.value.BuildId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The queue of runs in PostgreSQL. A run is queued, running, ended (not yet told), reported or canceled. All times are the
 * database's, so owners need not agree on the hour.
 */
final class RunStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final double leaseSeconds;

    RunStore(JdbcClient sql, Duration lease) {
        this.sql = sql;
        this.leaseSeconds = lease.toMillis() / 1000.0;
    }

    /** Asked for twice is one run. */
    void queue(BuildId build, int number, Map<String, String> environment) {
        sql.sql("""
            insert into process_run (build_id, build_number, environment, state) values (?, ?, cast(? as jsonb), 'queued')
            on conflict (build_id) do nothing\
            """).params(build.value(), number, json(environment)).update();
    }

    Optional<Integer> number(BuildId build) {
        return sql.sql("select build_number from process_run where build_id = ?")
                .param(build.value())
                .query(Integer.class)
                .optional();
    }

    void cancel(BuildId build) {
        sql.sql("""
            update process_run set state = 'canceled', ended_at = now()
            where build_id = ? and state in ('queued', 'running')\
            """).param(build.value()).update();
    }

    /** The oldest run that nobody owns, be it that its owner has let its lease pass. */
    Optional<ClaimedRun> claim() {
        return sql.sql("""
            update process_run set state = 'running', owner = ?, lease_until = now() + make_interval(secs => ?),
                   attempts = attempts + 1, started_at = now()
            where build_id = (select build_id from process_run
                where state = 'queued' or (state = 'running' and lease_until < now())
                order by queued_at, build_number limit 1 for update skip locked)
            and state in ('queued', 'running')
            returning build_id, build_number, environment, owner\
            """)
                .params(UUID.randomUUID().toString(), leaseSeconds)
                .query(RunStore::claimed)
                .optional();
    }

    /** Renews what these owners still own, and says whose it is. */
    Set<String> renew(Collection<String> owners) {
        return sql.sql("""
            update process_run set lease_until = now() + make_interval(secs => ?)
            where owner = any(?) and state = 'running' returning owner\
            """)
                .params(leaseSeconds, owners.toArray(String[]::new))
                .query((row, index) -> row.getString("owner"))
                .set();
    }

    /** To be run again, by anyone, at once. */
    void release(String owner) {
        sql.sql("""
            update process_run set state = 'queued', owner = null, lease_until = null
            where owner = ? and state = 'running'\
            """).param(owner).update();
    }

    /** Records the end, unless the run was canceled or has a new owner. */
    boolean end(String owner, Exit exit) {
        return sql.sql("""
            update process_run set state = 'ended', status = ?, last_line = ?, ended_at = now(), tell_after = now()
            where owner = ? and state = 'running'\
            """).params(exit.status(), exit.lastLine(), owner).update() == 1;
    }

    private static ClaimedRun claimed(ResultSet row, int index) throws SQLException {
        return new ClaimedRun(
                new BuildId(row.getString("build_id")),
                row.getInt("build_number"),
                variables(row.getString("environment")),
                row.getString("owner"));
    }

    private static Map<String, String> variables(String json) {
        try {
            return JSON.readValue(json, VARIABLES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The variables of a run cannot be read: " + json, e);
        }
    }

    private static String json(Map<String, String> variables) {
        try {
            return JSON.writeValueAsString(variables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Variables cannot be written as JSON", e);
        }
    }
}
