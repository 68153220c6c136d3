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
 * @param replaying whether it has yet to come to where it was before a reset
 */
record Mark(long index, SortedSet<Long> gaps, boolean replaying) {

    static Mark of(@Nullable TrackingToken token) {
        TrackingToken now = token == null ? null : WrappedToken.unwrapLowerBound(token);
        boolean replaying = token != null
                && ReplayToken.getTokenAtReset(token).orElse(-1)
                        > (now == null ? -1 : now.position().orElse(-1));
        if (now instanceof GapAwareTrackingToken known) return new Mark(known.getIndex(), known.getGaps(), replaying);
        return new Mark(-1, new TreeSet<>(), replaying);
    }

    boolean hasPassed(long fact) {
        return index >= fact && !gaps.contains(fact);
    }
}
