package io.freshmaker.standalone.crash;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The plug of one life of the house. When it is pulled, everything that hangs on it is dead at once, and nothing that the
 * house still tries can reach the database or the broker.
 */
final class Plug {

    private final @Nullable CrashPoint point;
    private final AtomicInteger occurrences = new AtomicInteger();
    private final List<Runnable> hanging = new CopyOnWriteArrayList<>();
    private final CountDownLatch out = new CountDownLatch(1);
    private volatile boolean pulled;

    /** @param point where it is pulled; null for a life that does not end */
    Plug(@Nullable CrashPoint point) {
        this.point = point;
    }

    /** What is to die with it. */
    void hang(Runnable death) {
        hanging.add(death);
        if (pulled) death.run();
    }

    synchronized void pull() {
        if (pulled) return;
        pulled = true;
        hanging.forEach(Runnable::run);
        out.countDown();
    }

    boolean isPulled() {
        return pulled;
    }

    /** Opens when it is pulled. */
    CountDownLatch out() {
        return out;
    }

    void check() throws SQLException {
        if (pulled) throw new SQLRecoverableException("The house is dead", "08006");
    }

    /** Commits a transaction with these steps; at the crash point everything dies right before or right after. */
    @Nullable
    Object commit(Set<Step> steps, JdbcCall commit) throws Throwable {
        boolean here = isReachedBy(steps);
        if (here && point != null && point.beforeCommit()) pull();
        check();
        Object result = commit.run();
        if (here) pull();
        check();
        return result;
    }

    private boolean isReachedBy(Set<Step> steps) {
        return point != null && steps.contains(point.step()) && occurrences.incrementAndGet() == point.occurrence();
    }

    /** A call into the database. */
    interface JdbcCall {
        @Nullable
        Object run() throws Throwable;
    }
}
