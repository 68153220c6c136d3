package io.freshmaker.command.port;

/** A system outside did not answer, or not in time: ask again later. */
public class Unavailable extends RuntimeException {

    public Unavailable(String message) {
        super(message);
    }

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
