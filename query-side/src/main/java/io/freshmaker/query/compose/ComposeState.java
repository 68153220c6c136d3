package io.freshmaker.query.compose;

/** How far a compose is. Stored by name. */
public enum ComposeState {
    /** Builds wait for it; ODCS was not asked yet, or has not answered. */
    REQUESTED,
    /** ODCS makes it. */
    ASSIGNED,
    /** Builds can use it. */
    READY,
    /** It will never be there. */
    FAILED
}
