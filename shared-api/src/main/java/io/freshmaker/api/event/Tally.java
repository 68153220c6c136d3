package io.freshmaker.api.event;

/** How the builds of an Event ended. */
public record Tally(int done, int failed, int canceled) {

    public static final Tally NONE = new Tally(0, 0, 0);

    public Tally oneDone() {
        return new Tally(done + 1, failed, canceled);
    }

    public Tally oneFailed() {
        return new Tally(done, failed + 1, canceled);
    }

    public Tally oneCanceled() {
        return new Tally(done, failed, canceled + 1);
    }

    /** How many ended, in whatever way. */
    public int settled() {
        return done + failed + canceled;
    }
}
