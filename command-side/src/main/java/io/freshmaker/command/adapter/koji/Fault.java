package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.util.Set;

/** A no of Koji's, with its number and text (koji/exceptions.py). */
record Fault(int code, String text) {

    /** The session, or who we are: said before anything was done. */
    private static final Set<Integer> NO_SESSION = Set.of(1002, 1007, 1008);

    private static final int UNEXPECTED = 1;

    /** An unexpected error (1), a lock (1001, 1006), a repeated call (1009), maintenance (1014), GSSAPI (1023): it may pass. */
    private static final Set<Integer> PASSING = Set.of(UNEXPECTED, 1001, 1006, 1009, 1014, 1023);

    /** Whether it is about the hub, and not about what was asked; an unexpected error may be either. */
    boolean isOutage() {
        return code != UNEXPECTED && PASSING.contains(code);
    }

    /** Whether another login may help: nothing was done, because the session is not known, expired or out of order. */
    boolean wantsLogin() {
        return NO_SESSION.contains(code);
    }

    /** {@link Unavailable} where the same may be answered later, else {@link Refused}. */
    RuntimeException error(String method) {
        String message = "Koji says: %s (%s, fault %d)".formatted(text, method, code);
        return PASSING.contains(code) || wantsLogin() ? new Unavailable(message) : new Refused(message);
    }
}
