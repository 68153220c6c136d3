package io.freshmaker.command.watch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins the rounds that are due. When is in PostgreSQL, so that several processes together begin each once. */
@Component
class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final long PAUSE_S = 5;

    private final List<Rounds> rounds;
    private final JdbcClient sql;
    private final Clock clock;

    Watch(List<Rounds> rounds, JdbcClient sql, Clock clock) {
        this.rounds = rounds;
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(initialDelay = PAUSE_S, fixedDelay = PAUSE_S, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            for (Rounds some : rounds) some.rounds().forEach(this::beginIfDue);
        } catch (RuntimeException e) {
            log.warn("Looks at systems outside could not be begun, again in {} s: {}", PAUSE_S, e.toString());
        }
    }

    private void beginIfDue(Round round) {
        if (isDue(round)) round.begin();
    }

    private boolean isDue(Round round) {
        Instant now = clock.instant();
        return sql.sql("""
            insert into watch (name, due) values (?, ?)
            on conflict (name) do update set due = excluded.due where watch.due <= ?\
            """)
                        .params(round.name(), Timestamp.from(now.plus(round.every())), Timestamp.from(now))
                        .update()
                == 1;
    }
}
