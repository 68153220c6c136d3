package io.freshmaker.query.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Arguments of a path or its query that are no texts. One that is wrong is answered with 400, its name and what was expected. */
public final class Arguments {

    /** Later ones are no times of anything, and PostgreSQL does not know all of them. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Arguments() {}

    /** A whole number between two others. */
    public static long number(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw ApiError.badRequest("'%s' must be a number from %d to %d, not '%s'.".formatted(name, least, most, text));
    }

    /** A time like {@code 2026-08-01T10:00:00Z}; empty where none is given. */
    public static Optional<Instant> time(String name, @Nullable String text) {
        if (text == null) return Optional.empty();
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(LATEST)) return Optional.of(time);
        } catch (DateTimeException e) {
            // answered below, like a time out of range
        }
        throw ApiError.badRequest("'%s' must be a time like 2026-08-01T10:00:00Z, not '%s'.".formatted(name, text));
    }
}
