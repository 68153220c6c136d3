package io.freshmaker.command.adapter.pyxis;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The filters of Pyxis' GraphQL, as the values of a variable; lists are sorted, so that the same question is the same text. */
final class Filter {

    private Filter() {}

    static Map<String, Object> is(String field, Object value) {
        return Map.of(field, Map.of("eq", value));
    }

    static Map<String, Object> in(String field, Collection<String> values) {
        return Map.of(field, Map.of("in", List.copyOf(new TreeSet<>(values))));
    }

    static Map<String, Object> matches(String field, String regex) {
        return Map.of(field, Map.of("regex", regex));
    }

    /** A condition of a part, e.g. of {@code brew}. */
    static Map<String, Object> within(String part, Map<String, Object> condition) {
        return Map.of(part, condition);
    }

    /** One element of a list fulfils all of these. */
    static Map<String, Object> anyOf(String list, List<Map<String, Object>> conditions) {
        return Map.of(list + "_elemMatch", all(conditions));
    }

    static Map<String, Object> all(List<Map<String, Object>> conditions) {
        return Map.of("and", List.copyOf(conditions));
    }
}
