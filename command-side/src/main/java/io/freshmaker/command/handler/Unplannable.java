package io.freshmaker.command.handler;

import io.freshmaker.api.reason.Reason;

/** What is wanted cannot be planned, and could not later either: the Event fails, and says why. */
public class Unplannable extends RuntimeException {

    private final transient Reason reason;

    public Unplannable(Reason reason) {
        super(reason.code() + " " + reason.facts());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
