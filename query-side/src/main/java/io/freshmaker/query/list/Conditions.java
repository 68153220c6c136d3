package io.freshmaker.query.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rows of a list must be, as SQL with named parameters. */
public final class Conditions {

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** {@code condition} holds where it is about {@code :name}; of no values nothing is demanded. */
    public Conditions where(String condition, String name, Collection<?> oneOf) {
        return oneOf.isEmpty() ? this : and(condition, name, oneOf);
    }

    /** A condition that needs no value. */
    public Conditions and(String condition) {
        texts.add("(" + condition + ")");
        return this;
    }

    /** As {@link #and(String)}, with one value for {@code :name}. */
    public Conditions and(String condition, String name, Object value) {
        return with(name, value).and(condition);
    }

    /** A further value that conditions speak of. */
    Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** What others demand of the rows that {@code condition} with one {@code %s} asks for; if they demand nothing, neither does this. */
    public Conditions where(String condition, Conditions others) {
        if (others.texts.isEmpty()) return this;
        values.putAll(others.values);
        return and(condition.formatted(others.sql()));
    }

    /** True where there are none. */
    public String sql() {
        return texts.isEmpty() ? "true" : String.join(" and ", texts);
    }

    /** Of the parameters, by name. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
