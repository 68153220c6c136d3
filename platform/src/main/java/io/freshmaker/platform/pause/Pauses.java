package io.freshmaker.platform.pause;

import java.time.Duration;

/** Pauses between tries: each twice as long as the one before, up to a limit, until a try succeeds. Belongs to one thread. */
public final class Pauses {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Pauses(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** How long the next one will be. */
    public Duration upcoming() {
        return next;
    }

    /** Whether the last try succeeded, or none was made. */
    public boolean areAtTheirStart() {
        return next.equals(first);
    }

    /** The one to be made now. */
    public Duration next() {
        Duration now = next;
        Duration longer = now.multipliedBy(2);
        next = longer.compareTo(longest) < 0 ? longer : longest;
        return now;
    }

    /** A try succeeded. */
    public void succeeded() {
        next = first;
    }
}
