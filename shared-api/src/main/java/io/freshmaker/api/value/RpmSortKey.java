package io.freshmaker.api.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that sort, compared without sign, as RPM compares versions and releases; an epoch, which an NVR does not have, is ignored
 * (spec §7.2). So a database finds what is older than a build without knowing RPM's rules.
 */
public final class RpmSortKey {

    private static final int TILDE = 1; // older than the end
    private static final int END = 2;
    private static final int CARET = 3; // newer than the end, older than anything else
    private static final int LETTERS = 4;
    private static final int DIGITS = 5;

    /** No number has more digits than an NVR has characters. */
    private static final int BYTE = 8;

    private final ByteArrayOutputStream key = new ByteArrayOutputStream();

    private RpmSortKey() {}

    /** Of version and release together. */
    public static byte[] of(Nvr nvr) {
        RpmSortKey both = new RpmSortKey();
        both.add(nvr.version());
        both.add(nvr.release());
        return both.key.toByteArray();
    }

    private void add(String text) {
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (isDigit(next)) at = addDigits(text, at);
            else if (isLetter(next)) at = addLetters(text, at);
            else at = addSign(next, at);
        }
        key.write(END);
    }

    /** A number is the larger the longer it is; zeros before it do not count. */
    private int addDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) end++;
        String digits = text.substring(from, end).replaceFirst("^0+", "");
        key.write(DIGITS);
        key.write(digits.length() >>> BYTE);
        key.write(digits.length());
        key.writeBytes(digits.getBytes(StandardCharsets.US_ASCII));
        return end;
    }

    private int addLetters(String text, int from) {
        int end = from;
        while (end < text.length() && isLetter(text.charAt(end))) end++;
        key.write(LETTERS);
        key.writeBytes(text.substring(from, end).getBytes(StandardCharsets.US_ASCII));
        key.write(0); // what goes on is newer
        return end;
    }

    private int addSign(char sign, int at) {
        if (sign == '~') key.write(TILDE);
        else if (sign == '^') key.write(CARET);
        return at + 1; // all others only separate
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    private static boolean isLetter(char one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z';
    }
}
