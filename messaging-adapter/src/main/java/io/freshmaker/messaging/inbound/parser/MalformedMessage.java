package io.freshmaker.messaging.inbound.parser;

/** A bus message is broken: it is parked with this text, which names the field and what was expected there. */
public class MalformedMessage extends RuntimeException {

    MalformedMessage(String field, String expected, String found) {
        super(field + ": expected " + expected + ", found " + found);
    }

    MalformedMessage(String what) {
        super(what);
    }
}
