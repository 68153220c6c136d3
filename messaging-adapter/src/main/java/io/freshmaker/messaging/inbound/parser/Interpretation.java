package io.freshmaker.messaging.inbound.parser;

/** What a delivery is to us (the outcomes of contract §2). */
public sealed interface Interpretation {

    /** Something is to be done about it. */
    record Meant(String messageId, Meaning meaning) implements Interpretation {}

    /** Not for us. */
    record Ignored(String why) implements Interpretation {}

    /** Broken. */
    record Broken(String why) implements Interpretation {}
}
