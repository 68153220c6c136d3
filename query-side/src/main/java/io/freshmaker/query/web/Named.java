package io.freshmaker.query.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a filter may be given as a number or as a name, in whatever case. */
public final class Named {

    private Named() {}

    /** Empty for what is no number, and for one that is larger than any of ours. */
    public static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public static <E extends Enum<E>> Optional<E> of(Class<E> names, String text) {
        return Arrays.stream(names.getEnumConstants())
                .filter(name -> name.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
