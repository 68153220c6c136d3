package io.freshmaker.command.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A compose as ODCS knows it.
 *
 * @param source what it is made of, as it was asked for
 * @param removed when it is, or was, taken away; null where nobody says
 * @param reason what ODCS says of its state, may be empty
 */
public record Compose(
        long number, State state, String source, @Nullable Instant removed, String reason) {

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
