package io.freshmaker.command.adapter.koji;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A method of Koji's and what it is given: texts, numbers, booleans, lists, maps and {@link Nil}. */
record Call(String method, List<Object> params) {

    private static final String MANY = "multiCall";
    private static final String METHOD = "methodName";
    private static final String NAMES = "__starstar";

    Call {
        params = List.copyOf(params);
    }

    static Call of(String method, Object... params) {
        return new Call(method, List.of(params));
    }

    /** Many in one request. */
    static Call ofAll(List<Call> calls) {
        return Call.of(MANY, calls.stream().map(Call::listed).toList());
    }

    /** For people: which method; of many calls, which methods these are. */
    String what() {
        if (!method.equals(MANY)) return method;
        return MANY + " of "
                + new Value(params)
                        .at(0).list().stream()
                                .map(call -> call.field(METHOD).text())
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    /** The last parameter of a call that names some: Koji's own mark for that is added. */
    static Map<String, Object> named(Map<String, Object> parameters) {
        Map<String, Object> marked = new LinkedHashMap<>(parameters);
        marked.put(NAMES, true);
        return marked;
    }

    /** As it stands among others in a multiCall. */
    private Map<String, Object> listed() {
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put(METHOD, method);
        listed.put("params", params);
        return listed;
    }
}
