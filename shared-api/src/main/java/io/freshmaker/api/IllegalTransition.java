package io.freshmaker.api;

import org.axonframework.common.AxonNonTransientException;

/** A person asked for something that the state of the Event or build does not allow. Asking again will not help. */
public class IllegalTransition extends AxonNonTransientException {

    public IllegalTransition(String message) {
        super(message);
    }
}
