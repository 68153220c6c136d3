package io.freshmaker.command.yaml;

/** A file that cannot be used, in one sentence for the person who wrote it: file, line, column, field, what is wrong. */
public class Mistake extends IllegalArgumentException {
    Mistake(String sentence) {
        super(sentence);
    }
}
