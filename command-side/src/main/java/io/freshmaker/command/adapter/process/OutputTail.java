package io.freshmaker.command.adapter.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/** The last part of what a program printed. What is not UTF-8 becomes a question mark, so the text is never longer in bytes. */
final class OutputTail {

    /** Bytes. */
    static final int SIZE = 1024 * 1024;

    private final byte[] ring = new byte[SIZE];
    private long written;

    void add(byte[] bytes) {
        int length = bytes.length;
        for (int i = Math.max(0, length - SIZE); i < length; ) {
            int at = (int) ((written + i) % SIZE);
            int run = Math.min(length - i, SIZE - at);
            System.arraycopy(bytes, i, ring, at, run);
            i += run;
        }
        written += length;
    }

    /** How many bytes were printed in all. */
    long written() {
        return written;
    }

    String text() {
        int length = (int) Math.min(written, SIZE);
        int first = (int) ((written - length) % SIZE);
        byte[] bytes = new byte[length];
        System.arraycopy(ring, first, bytes, 0, Math.min(length, SIZE - first));
        if (first > 0) System.arraycopy(ring, 0, bytes, SIZE - first, first);
        return decode(bytes, written > SIZE ? continuationBytes(bytes) : 0);
    }

    /** The last line that is not blank, or an empty text. */
    String lastLine() {
        return text().lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }

    /** The rest of a character whose beginning is no longer kept. */
    private static int continuationBytes(byte[] bytes) {
        int count = 0;
        while (count < 3 && (bytes[count] & 0xC0) == 0x80) count++;
        return count;
    }

    private static String decode(byte[] bytes, int from) {
        try {
            return UTF_8.newDecoder()
                    .replaceWith("?")
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("A decoder that replaces does not fail", e);
        }
    }
}
