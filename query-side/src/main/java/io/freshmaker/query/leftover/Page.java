package io.freshmaker.query.leftover;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some of a list; {@code next} is where the rest begins, null where there is none. */
record Page<T>(List<T> items, @Nullable Object next) {

    /** A full page may be the last: then the next one is empty. */
    static <T> Page<T> of(List<T> items, int limit, Function<T, Object> id) {
        return new Page<>(items, items.size() < limit ? null : id.apply(items.getLast()));
    }
}
