package io.freshmaker.standalone.failure;

/** A start that cannot go on. The message is one whole sentence for the person who typed the command. */
public class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
