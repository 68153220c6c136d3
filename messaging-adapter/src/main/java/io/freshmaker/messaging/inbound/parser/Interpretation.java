package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.trigger.Trigger;

/** What a delivery is to us (the outcomes of contract §2). */
public sealed interface Interpretation {

    /** Something changed. */
    record Meant(String messageId, Trigger trigger) implements Interpretation {}

    /** Not for us. */
    record Ignored(String why) implements Interpretation {}

    /** Broken. */
    record Broken(String why) implements Interpretation {}
}
