package io.freshmaker.query.progress;

import io.freshmaker.query.readmodel.ReadModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the last wish for a replay, so that it can be uttered to any process and is taken up by the one that holds the processor,
 * however many die in between.
 */
@Component
public class ReplayRequests {

    /**
     * How long an answer may rely on there having been no wish when somebody looked: no process begins a replay earlier than that
     * after it has noticed the wish for it.
     */
    private static final Duration TRUST = Duration.ofMillis(200);

    private final JdbcClient sql;
    private final Clock clock;
    private volatile long noneSince = System.nanoTime() - TRUST.toNanos();

    ReplayRequests(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether it was stored: not while another one waits. */
    public boolean store(String projection) {
        return sql.sql("""
            insert into replay_request (processor, projection, requested_at) values (?, ?, ?)
            on conflict (processor) do update
                set projection = excluded.projection, requested_at = excluded.requested_at, started_at = null
                where replay_request.started_at is not null
            """)
                        .params(ReadModel.GROUP, projection, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** The last wish, but nobody is asked where a moment ago there was none: of so young a one nothing has been begun. */
    Optional<ReplayRequest> lastThatMatters() {
        long asked = System.nanoTime();
        if (asked - noneSince < TRUST.toNanos()) return Optional.empty();
        Optional<ReplayRequest> last = last();
        if (last.isEmpty()) noneSince = asked;
        return last;
    }

    /** Waits, for whoever has noticed a wish, until nobody relies any more on there being none; false if it was interrupted. */
    public boolean awaitNoticed() {
        long noticed = System.nanoTime();
        return new Patience().until(() -> System.nanoTime() - noticed >= TRUST.toNanos());
    }

    public Optional<ReplayRequest> last() {
        return sql.sql("select projection, started_at from replay_request where processor = ?")
                .param(ReadModel.GROUP)
                .query((row, _) -> request(row))
                .optional();
    }

    /** It is taken up, with the current transaction. */
    public void start() {
        sql.sql("update replay_request set started_at = ? where processor = ?")
                .params(Timestamp.from(clock.instant()), ReadModel.GROUP)
                .update();
    }

    /** What was taken up is done. */
    public void end() {
        sql.sql("delete from replay_request where processor = ? and started_at is not null")
                .param(ReadModel.GROUP)
                .update();
    }

    private static ReplayRequest request(ResultSet row) throws SQLException {
        Timestamp started = row.getTimestamp("started_at");
        return new ReplayRequest(row.getString("projection"), started == null ? null : started.toInstant());
    }
}
