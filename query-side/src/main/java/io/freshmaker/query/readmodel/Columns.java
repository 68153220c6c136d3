package io.freshmaker.query.readmodel;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as one array for each column: how PostgreSQL takes many of them in one statement, by {@code unnest}. */
public record Columns<T>(Collection<T> rows) {

    public @Nullable String[] texts(Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    public @Nullable Integer[] integers(Function<T, @Nullable Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    public @Nullable Long[] longs(Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    public @Nullable Boolean[] booleans(Function<T, @Nullable Boolean> column) {
        return rows.stream().map(column).toArray(Boolean[]::new);
    }
}
