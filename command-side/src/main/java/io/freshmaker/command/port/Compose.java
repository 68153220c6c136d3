package io.freshmaker.command.port;

import io.freshmaker.api.plan.ComposeType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A compose as ODCS knows it.
 *
 * @param type of what it is made; null where that is none of those that we know
 * @param source what it is made of, as it was asked for
 * @param removed when it is, or was, taken away; null where nobody says
 * @param reason what ODCS says of its state, may be empty
 */
public record Compose(
        long number,
        State state,
        @Nullable ComposeType type,
        String source,
        @Nullable Instant removed,
        String reason) {

    /** With the numbers of ODCS: the order is the number. */
    public enum State {
        WAIT,
        GENERATING,
        DONE,
        REMOVED,
        FAILED;

        /** Whether it is not there yet and may still come. */
        public boolean isPending() {
            return this == WAIT || this == GENERATING;
        }
    }
}
