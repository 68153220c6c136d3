package io.freshmaker.query.readmodel;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as one array for each column: how PostgreSQL takes many of them in one statement, by {@code unnest}. */
public record Columns<T>(Collection<T> rows) {

    /** A row of a B-tree holds 2,704 bytes: enough for these in any script, four bytes each. */
    private static final int INDEXED = 500;

    public @Nullable String[] texts(Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** Texts that have an index, which takes so many characters of any kind; longer ones are cut. */
    public @Nullable String[] indexed(Function<T, @Nullable String> column) {
        return rows.stream().map(column).map(Columns::cut).toArray(String[]::new);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= INDEXED ? text : text.substring(0, INDEXED);
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
