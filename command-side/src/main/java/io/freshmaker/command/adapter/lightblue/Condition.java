package io.freshmaker.command.adapter.lightblue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The conditions of Lightblue's query language; lists are sorted, so that the same question is the same text. */
final class Condition {

    private Condition() {}

    static Map<String, Object> is(String field, Object value) {
        return Map.of("field", field, "op", "=", "rvalue", value);
    }

    static Map<String, Object> in(String field, Collection<String> values) {
        return Map.of("field", field, "op", "$in", "values", List.copyOf(new TreeSet<>(values)));
    }

    static Map<String, Object> matches(String field, String regex) {
        return Map.of("field", field, "regex", regex);
    }

    static Map<String, Object> all(List<Map<String, Object>> conditions) {
        return Map.of("$and", List.copyOf(conditions));
    }

    static Map<String, Object> any(List<Map<String, Object>> conditions) {
        return Map.of("$or", List.copyOf(conditions));
    }
}
