package io.freshmaker.messaging.inbound.parser;

/** What a delivery is to us (the outcomes of contract §2). */
public sealed interface Interpretation {

    /** Something is to be done about it, or, in a dry run, only told what would be. */
    record Meant(String messageId, Meaning meaning, boolean dryRun) implements Interpretation {

        public Meant(String messageId, Meaning meaning) {
            this(messageId, meaning, false);
        }
    }

    /** Not for us. */
    record Ignored(String why) implements Interpretation {}

    /** Broken. */
    record Broken(String why) implements Interpretation {}
}
