package io.freshmaker.query.web;

import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys by which a list can be ordered, each with its column; {@code -} before a key turns it round (spec §10.3). */
public record OrderBy(SequencedMap<String, String> keys) {

    private static final String USUAL = "-id";
    private static final String NUMBER = "number";

    /** What a list is ordered by; equal ones by their ids, in the same direction, so that one index serves both directions. */
    public record Order(String column, boolean descending) {

        /** What stands after {@code order by}. */
        public String sql() {
            String direction = descending ? " desc" : "";
            return isByNumber() ? column + direction : column + direction + ", " + NUMBER + direction;
        }

        /** The columns that {@link #sql} names. */
        public String columns() {
            return isByNumber() ? column : column + ", " + NUMBER;
        }

        /** By the ids. */
        public boolean isByNumber() {
            return column.equals(NUMBER);
        }
    }

    public Order order(@Nullable String wanted) {
        String text = wanted == null ? USUAL : wanted;
        boolean descending = text.startsWith("-");
        String column = keys.get(descending ? text.substring(1) : text);
        if (column == null) throw ApiError.badRequest(unknown());
        return new Order(column, descending);
    }

    private String unknown() {
        String all = keys.sequencedKeySet().stream().collect(Collectors.joining("', '", "['", "']"));
        return "An invalid order_by key was suplied, allowed keys are: " + all; // the original's spelling
    }
}
