package io.freshmaker.command.yaml;

/** Where something stands in a file; {@code line} and {@code column} count from 1. */
public record Place(String file, int line, int column) {
    /** Good enough to find it: {@code rules.yml:7}. */
    public String fileAndLine() {
        return file + ":" + line;
    }

    @Override
    public String toString() {
        return fileAndLine() + ":" + column;
    }
}
