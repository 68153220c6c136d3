package io.freshmaker.messaging.inbound.parser;

/**
 * Text from the bus, fit for a log line or a header: at most 80 characters, printable ASCII only. Whoever publishes must not be
 * able to forge a line of ours.
 */
public final class Escaped {

    private static final int LONGEST = 80;

    private Escaped() {}

    public static String of(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().limit(LONGEST).forEach(character -> append(escaped, (char) character));
        return text.length() > LONGEST ? escaped.append('…').toString() : escaped.toString();
    }

    private static void append(StringBuilder escaped, char character) {
        boolean plain = character >= ' ' && character <= '~' && character != '\\';
        if (plain) escaped.append(character);
        else escaped.append("\\u%04x".formatted((int) character));
    }
}
