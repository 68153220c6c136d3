package io.freshmaker.api.event;

import java.util.Set;

/** The life of an Event, with the original's numbers (spec §2.2): the order is the number. */
public enum EventState {
    /** Stored; looking for artifacts. */
    INITIALIZED,
    /** Artifacts were found and are being built. */
    BUILDING,
    /** All builds ended; some may have failed. */
    COMPLETE,
    /** It could not be planned. */
    FAILED,
    /** Nothing to do, or nothing allowed. */
    SKIPPED,
    /** A person canceled it. */
    CANCELED;

    /** The number in the API. */
    public int id() {
        return ordinal();
    }

    /** The legal transitions; there are no others, and none to the same state. */
    public boolean mayBecome(EventState next) {
        return successors().contains(next);
    }

    public boolean isFinal() {
        return successors().isEmpty();
    }

    private Set<EventState> successors() {
        return switch (this) {
            case INITIALIZED -> Set.of(BUILDING, SKIPPED, FAILED, CANCELED);
            case BUILDING -> Set.of(COMPLETE, CANCELED);
            case COMPLETE, FAILED, SKIPPED, CANCELED -> Set.of();
        };
    }
}
