package io.freshmaker.command.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When an order is sent, and until when it may be heard. Who stands still after he was allowed to send one sends it later than
 * anybody expects, so he has to ask again.
 *
 * @param begun when he was allowed to
 * @param longest the time-outs of the call; zero where the system knows an order again, so that two are one
 */
record CallWindow(Instant begun, Duration longest) {

    private static final Duration TO_SEND_IT = Duration.ofSeconds(5);

    static CallWindow now(Clock clock, Duration longest) {
        return new CallWindow(clock.instant(), longest);
    }

    /** From then on it was heard, or never will be. */
    Instant end() {
        return longest.isZero() ? begun : begun.plus(TO_SEND_IT).plus(longest);
    }

    boolean isMissed(Clock clock) {
        return !longest.isZero() && clock.instant().isAfter(begun.plus(TO_SEND_IT));
    }
}
