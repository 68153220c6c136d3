package io.freshmaker.messaging.inbound;

import java.util.Locale;

/** What became of a message (contract §2); {@code applied} comes with the parsers that need it. */
enum Outcome {
    REGISTERED,
    IGNORED,
    PARKED;

    /** As it is stored and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
