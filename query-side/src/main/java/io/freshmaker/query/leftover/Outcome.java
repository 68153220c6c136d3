package io.freshmaker.query.leftover;

import java.util.Locale;

/** What became of a raw message (docs/messages.md). */
enum Outcome {
    RECEIVED,
    REGISTERED,
    APPLIED,
    IGNORED,
    PARKED,
    DROPPED;

    /** As it is stored and shown. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
