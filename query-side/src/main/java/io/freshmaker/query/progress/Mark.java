package io.freshmaker.query.progress;

import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * How far one segment of a processor has come in the store.
 *
 * @param index -1 before the first fact
 * @param gaps indices below it that were not there when it passed: a transaction may still fill them
 * @param reset the index that it had come to before a reset; -1 if there was none
 */
record Mark(long index, SortedSet<Long> gaps, long reset) {

    static Mark of(@Nullable TrackingToken token) {
        TrackingToken now = token == null ? null : WrappedToken.unwrapLowerBound(token);
        long reset = token == null ? -1 : ReplayToken.getTokenAtReset(token).orElse(-1);
        if (now instanceof GapAwareTrackingToken known) return new Mark(known.getIndex(), known.getGaps(), reset);
        return new Mark(-1, new TreeSet<>(), reset);
    }

    /** Whether it has yet to come to where it was before a reset. */
    boolean replaying() {
        return reset > index;
    }

    boolean hasPassed(long fact) {
        return index >= fact && !gaps.contains(fact);
    }
}
