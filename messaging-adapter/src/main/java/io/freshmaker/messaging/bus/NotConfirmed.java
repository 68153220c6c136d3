package io.freshmaker.messaging.bus;

/**
 * The broker did not confirm what was published, or is away: some of it may have arrived. Try again. It is expected, so it says in
 * one line what is the matter and carries no stack trace into anybody's log.
 */
public class NotConfirmed extends RuntimeException {

    NotConfirmed(Throwable cause) {
        this(Trouble.of(cause));
    }

    NotConfirmed(String reason) {
        super("The broker did not confirm: " + reason, null, false, false);
    }
}
