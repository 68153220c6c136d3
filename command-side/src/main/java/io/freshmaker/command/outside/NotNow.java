package io.freshmaker.command.outside;

import io.freshmaker.command.port.Unavailable;
import java.time.Duration;

/** A system said that it is busy or broken, and perhaps for how long it wants to be left alone. */
final class NotNow extends Unavailable {

    private final Duration pause;

    /** @param pause what it wants; zero when it does not say */
    NotNow(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
