package io.freshmaker.query.list;

import static java.util.stream.Collectors.joining;

import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The arguments of a list, each checked: what cannot be meant is a 400 that names it and says what was expected. */
public record Arguments(HttpServletRequest request) {

    /** Later ones are no times of anything, and PostgreSQL does not know all of them. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** A whole number between two others, as text of an argument or of a part of the path. */
    public static long number(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw wrong(name, text, "a number from %d to %d".formatted(least, most));
    }

    /** All values of a repeatable argument; none if it is not given. */
    public List<String> texts(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /** Numbers of an enum of the API, each given as number or as name, in whatever case. */
    public <E extends Enum<E>> List<Integer> ordinals(String name, Class<E> values) {
        return texts(name).stream()
                .map(text -> ordinal(text, values)
                        .orElseThrow(() -> wrong(name, text, "one of %s, or its number".formatted(namesOf(values)))))
                .toList();
    }

    /** Names of an enum that has no numbers in the API, in whatever case. */
    public <E extends Enum<E>> List<String> names(String name, Class<E> values) {
        return texts(name).stream()
                .map(text -> named(text, values)
                        .map(Enum::name)
                        .orElseThrow(() -> wrong(name, text, "one of " + namesOf(values))))
                .toList();
    }

    public List<Integer> numbers(String name) {
        return texts(name).stream()
                .map(text -> Named.number(text).orElseThrow(() -> wrong(name, text, "a number")))
                .toList();
    }

    /** A time with its zone, e.g. {@code 2026-08-01T10:00:00Z}. */
    public Optional<Instant> time(String name) {
        return one(name).map(text -> time(name, text));
    }

    private static Instant time(String name, String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(LATEST)) return time;
        } catch (DateTimeException e) {
            // answered below, like a time out of range
        }
        throw wrong(name, text, "a time like 2026-08-01T10:00:00Z");
    }

    /** How many, from 1 on. */
    int atMost(String name, int usual, int most) {
        return one(name)
                .map(text -> Named.number(text)
                        .filter(number -> number >= 1 && number <= most)
                        .orElseThrow(() -> wrong(name, text, "a number from 1 to " + most)))
                .orElse(usual);
    }

    Optional<String> one(String name) {
        List<String> all = texts(name);
        if (all.size() > 1) throw ApiError.badRequest("'%s' can be given only once.".formatted(name));
        return all.stream().findFirst();
    }

    static ApiError wrong(String name, String text, String expected) {
        return ApiError.badRequest("'%s' must be %s, not '%s'.".formatted(name, expected, text));
    }

    private static <E extends Enum<E>> Optional<Integer> ordinal(String text, Class<E> values) {
        return Named.number(text)
                .filter(number -> number >= 0 && number < values.getEnumConstants().length)
                .or(() -> named(text, values).map(Enum::ordinal)); // in all of them the order is the number
    }

    private static <E extends Enum<E>> Optional<E> named(String text, Class<E> values) {
        return Arrays.stream(values.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private static String namesOf(Class<? extends Enum<?>> values) {
        return Arrays.stream(values.getEnumConstants()).map(Object::toString).collect(joining(", "));
    }
}
