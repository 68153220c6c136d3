package io.freshmaker.messaging.bus;

/** The broker did not confirm what was published, or is away: some of it may have arrived. Try again. */
public class NotConfirmed extends RuntimeException {

    NotConfirmed(Throwable cause) {
        super("The broker did not confirm: " + cause, cause);
    }
}
