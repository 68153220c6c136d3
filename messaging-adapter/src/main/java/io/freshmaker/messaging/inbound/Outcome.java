package io.freshmaker.messaging.inbound;

import java.util.Locale;

/** What became of a message (contract §2). */
enum Outcome {
    REGISTERED,
    APPLIED,
    IGNORED,
    PARKED,
    /** Parked, until a person gave it up. */
    DROPPED;

    /** As it is stored and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
