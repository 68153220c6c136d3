package io.freshmaker.command.yaml;

import java.util.stream.Collectors;

/** Shows a value of unknown origin in a sentence, so that it can neither break the line nor flood it. */
final class Quoted {
    private Quoted() {}

    static String shortened(String value, int most) {
        return value.length() <= most
                ? "\"" + escaped(value) + "\""
                : "\"" + escaped(value.substring(0, most)) + "…\" (" + value.length() + " characters)";
    }

    static String escaped(String value) {
        return value.chars()
                .mapToObj(c -> Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining());
    }
}
