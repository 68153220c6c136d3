package io.freshmaker.query.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * Where a row stands in a list, newest first: rows of one instant by their number. It never changes, so a page goes on where the
 * last ended, whatever was added meanwhile.
 *
 * @param created as precisely as the database has it, in microseconds
 */
record Place(Instant created, int number) {

    private static final String VERSION = "1";

    /** As the reader gets it, who need not know what it means. */
    String cursor() {
        String text = "%s.%d.%d".formatted(VERSION, ChronoUnit.MICROS.between(Instant.EPOCH, created), number);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** What a reader brings back; what we did not give is a 400. */
    static Place of(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\\.", -1);
            if (parts.length != 3 || !parts[0].equals(VERSION)) throw notOurs(cursor);
            Instant created = Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS);
            return new Place(created, Integer.parseInt(parts[2]));
        } catch (IllegalArgumentException e) {
            throw notOurs(cursor);
        }
    }

    private static RuntimeException notOurs(String cursor) {
        return Arguments.wrong("cursor", cursor, "one that a page gave in its 'next'");
    }
}
