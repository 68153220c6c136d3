package io.freshmaker.command.outside;

import io.freshmaker.command.port.Unavailable;

/** A system did not manage to answer in time: it may, if it is asked about less. */
public class TooSlow extends Unavailable {

    public TooSlow(String message) {
        super(message);
    }

    public TooSlow(String message, Throwable cause) {
        super(message, cause);
    }
}
