package io.freshmaker.platform.retention;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes what has been kept long enough, every ten minutes: {@value #BATCH} rows at the most in one transaction, in one process at a time,
 * and no longer than half a minute, so that nothing else waits for it. What is left over is removed the next time.
 */
@Component
class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final long PAUSE_MIN = 10;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int BATCH = 500;

    private final List<Expiring> all;
    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ObjectProvider<MeterRegistry> meters;

    Sweep(
            List<Expiring> all,
            JdbcClient sql,
            TransactionOperations transactions,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        this.all = List.copyOf(all);
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(initialDelay = 1, fixedDelay = PAUSE_MIN, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        long end = System.nanoTime() + LIMIT.toNanos();
        for (Expiring one : all) {
            try {
                if (!one.kept().isZero()) sweep(one, end);
            } catch (RuntimeException e) {
                log.warn("Old {} could not be removed, again in {} min: {}", one.what(), PAUSE_MIN, e.toString());
            }
        }
    }

    private void sweep(Expiring one, long end) {
        Instant olderThan = clock.instant().minus(one.kept());
        long removed = 0;
        int last = 1;
        while (last > 0 && System.nanoTime() < end) {
            last = removeSome(one, olderThan);
            removed += last;
        }
        if (removed == 0) return;
        log.info("Removed {} {} that were older than {}", removed, one.what(), one.kept());
        long count = removed;
        meters.ifAvailable(registry -> registry.counter("freshmaker.retention.removed", "what", one.what())
                .increment(count));
    }

    private int removeSome(Expiring one, Instant olderThan) {
        Integer removed = transactions.execute(_ -> isOurs(one) ? one.remove(olderThan, BATCH) : 0);
        return removed == null ? 0 : removed;
    }

    /** Until the transaction ends, unless another process is at it. */
    private boolean isOurs(Expiring one) {
        return sql.sql("select pg_try_advisory_xact_lock(hashtext(?))")
                .param("retention " + one.what())
                .query(Boolean.class)
                .single();
    }
}
