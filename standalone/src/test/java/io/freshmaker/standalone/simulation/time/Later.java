package io.freshmaker.standalone.simulation.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is to be done at some virtual time, and what came of it. */
final class Later<V extends @Nullable Object> extends FutureTask<V> implements ScheduledFuture<V> {

    private final Instant due;
    private final Clock clock;

    Later(Callable<V> work, Instant due, Clock clock) {
        super(work);
        this.due = due;
        this.clock = clock;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(Duration.between(clock.instant(), due));
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
