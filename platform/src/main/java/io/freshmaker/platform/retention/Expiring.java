package io.freshmaker.platform.retention;

import java.time.Duration;
import java.time.Instant;

/** Something that is kept for a while only. Brought along as a bean by the room that owns it. */
public interface Expiring {

    /** What it is, as the metric names it, e.g. {@code build-logs}. */
    String what();

    /** How long it is kept; zero is for ever. */
    Duration kept();

    /** Removes at most so many of those that are older, in the current transaction; returns how many. */
    int remove(Instant olderThan, int most);
}
