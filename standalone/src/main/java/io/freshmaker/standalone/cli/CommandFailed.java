package io.freshmaker.standalone.cli;

/** A command that cannot be done; the message is one sentence. */
class CommandFailed extends RuntimeException {

    CommandFailed(String sentence) {
        super(sentence);
    }

    CommandFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
