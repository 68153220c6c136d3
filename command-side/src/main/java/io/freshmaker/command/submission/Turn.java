package io.freshmaker.command.submission;

/** Whether a build may be submitted now. */
public enum Turn {
    /** Every place is taken: it will be told when it has one. */
    WAIT,
    /** It has a place, and was never asked for. */
    FIRST,
    /** It has a place, and may have been asked for before. */
    AGAIN,
    /** It has a place, and an earlier try may still be heard: later. */
    ON_ITS_WAY
}
