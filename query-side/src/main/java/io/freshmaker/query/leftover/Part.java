package io.freshmaker.query.leftover;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list.
 *
 * @param <I> of the ids of its items
 */
record Part<T, I>(
        @Schema(description = "As many as were asked for, if there are.")
        List<T> items,

        @Schema(description = "Where the rest begins, for `before` or `after`; null where there is none.") @Nullable
        I next) {

    /** A full one may be the last: then the next one is empty. */
    static <T, I> Part<T, I> of(List<T> items, int limit, Function<T, I> id) {
        return new Part<>(items, items.size() < limit ? null : id.apply(items.getLast()));
    }
}
