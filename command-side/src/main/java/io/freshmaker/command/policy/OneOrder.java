package io.freshmaker.command.policy;

import io.freshmaker.platform.job.NotYet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Sends orders to a system that does not know one again: only who tried last sends one, and at once; who stood still looks again
 * whether it is there (decision 27).
 *
 * @param longest as the system says how long a call may take
 */
record OneOrder(Clock clock, Duration longest) {

    private static final Duration LATER = Duration.ofSeconds(5);

    /** An earlier order may still be heard, for so long. */
    static NotYet onItsWay(Duration left) {
        return new NotYet("An earlier try may still be heard", left);
    }

    /**
     * @param begin notes until when the order may be heard; false where somebody else has tried since
     * @param returned notes that the call has ended without an answer that is recorded
     * @throws NotYet where somebody else has tried since, or may have
     */
    <T> T send(Predicate<Instant> begin, Runnable returned, Supplier<T> call) {
        CallWindow window = CallWindow.now(clock, longest);
        if (!begin.test(window.end()) || window.isMissed(clock)) {
            throw new NotYet("Others may have tried since", LATER);
        }
        try {
            return call.get();
        } catch (RuntimeException e) {
            returned.run();
            throw e;
        }
    }
}
