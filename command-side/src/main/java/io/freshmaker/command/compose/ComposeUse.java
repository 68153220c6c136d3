package io.freshmaker.command.compose;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.ComposeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A compose that builds need: the wish of an Event, or one of an original build that has to be made again.
 *
 * @param id that of the wish's {@link ComposeId}, or {@link #ofOriginal}
 * @param number in ODCS, as far as it is known
 * @param reason why it failed; null while it did not
 * @param deadline until when builds wait for it
 * @param ended when it was done or failed; null before
 */
public record ComposeUse(
        String id,
        State state,
        @Nullable Long number,
        @Nullable Reason reason,
        Instant deadline,
        @Nullable Instant ended) {

    private static final String RENEWAL = "renewal-";

    /** How far it is. */
    public enum State {
        /** Nobody asked for it yet. */
        WANTED,
        /** Its job asks for it. */
        ASKED,
        /** ODCS makes it. */
        PENDING,
        DONE,
        /** It was there, and has to be made again. */
        GONE,
        FAILED,
        /** Its Event needs it no more. */
        LEFT
    }

    /** The id of a compose that an original build had, under the number that it had then. */
    public static String ofOriginal(long number) {
        return RENEWAL + number;
    }

    /** Whether builds wait for it. */
    public boolean isAwaited() {
        return switch (state) {
            case WANTED, ASKED, PENDING, GONE -> true;
            case DONE, FAILED, LEFT -> false;
        };
    }

    public boolean endedBefore(Instant time) {
        return ended != null && ended.isBefore(time);
    }

    /** Whether an Event has it among its facts. */
    public boolean isWish() {
        return !id.startsWith(RENEWAL);
    }

    public ComposeId wish() {
        return new ComposeId(id);
    }
}
