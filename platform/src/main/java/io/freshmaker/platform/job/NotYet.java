package io.freshmaker.platform.job;

import java.time.Duration;

/** What a job throws when what it needs is not there yet and nothing is wrong: it is done again after that time, and no failure is counted. */
public class NotYet extends RuntimeException {

    private final Duration pause;

    /** @param message what it waits for, for people */
    public NotYet(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
