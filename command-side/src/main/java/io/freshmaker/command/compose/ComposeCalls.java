package io.freshmaker.command.compose;

import io.freshmaker.api.value.ComposeId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The orders that are sent to ODCS, so that there is one at a time for a wish, also when processes die or stand still (decision 27). */
public final class ComposeCalls {

    private final JdbcClient sql;
    private final Clock clock;

    ComposeCalls(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Notes that ODCS is asked now, and until when that may be heard; false where somebody else has tried since, who looks whether it is
     * there.
     */
    public boolean begin(ComposeId wish, int call, Instant until) {
        return setUntil(wish, call, Timestamp.from(until)) == 1;
    }

    /** The call has ended, in whatever way: nothing of it is on its way any more. */
    public void returned(ComposeId wish, int call) {
        setUntil(wish, call, null);
    }

    private int setUntil(ComposeId wish, int call, @Nullable Timestamp until) {
        return sql.sql("update compose set call_until = ? where id = ? and calls = ? and state = 'asked'")
                .param(until)
                .param(wish.value())
                .param(call)
                .update();
    }

    /** How long an earlier order may still be heard, if there is one. */
    Optional<Duration> onItsWay(ComposeId wish) {
        Instant now = clock.instant();
        return sql.sql("select call_until from compose where id = ? and state = 'asked' and call_until > ?")
                .params(wish.value(), Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()));
    }
}
