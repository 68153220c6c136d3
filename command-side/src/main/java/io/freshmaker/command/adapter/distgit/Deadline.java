package io.freshmaker.command.adapter.distgit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Ends a transfer that goes on, but takes too long as a whole: a read time-out does not see that. */
final class Deadline extends EmptyProgressMonitor {

    private final Clock clock;
    private final Instant end;

    Deadline(Clock clock, Duration longest) {
        this.clock = clock;
        this.end = clock.instant().plus(longest);
    }

    @Override
    public boolean isCancelled() {
        return clock.instant().isAfter(end);
    }
}
