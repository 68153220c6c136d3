package io.freshmaker.command.watch;

import java.time.Duration;

/** A regular look at a system outside. {@link Rounds} bring them along. */
public interface Round {

    /** Stored, so never changed, e.g. {@code follow/koji}. */
    String name();

    /** How long it is from one to the next. */
    Duration every();

    /** Has it made, by a job: this must be quick, and may be called too often. */
    void begin();
}
