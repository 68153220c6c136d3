package io.freshmaker.command.port;

/** A system outside says no, and would again: do not ask again. The message is for people. */
public class Refused extends RuntimeException {

    public Refused(String message) {
        super(message);
    }
}
