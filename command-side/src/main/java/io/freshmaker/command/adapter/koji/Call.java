package io.freshmaker.command.adapter.koji;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A method of Koji's and what it is given: texts, numbers, booleans, lists, maps and {@link Nil}. */
record Call(String method, List<Object> params) {

    private static final String NAMES = "__starstar";

    Call {
        params = List.copyOf(params);
    }

    static Call of(String method, Object... params) {
        return new Call(method, List.of(params));
    }

    /** The last parameter of a call that names some: Koji's own mark for that is added. */
    static Map<String, Object> named(Map<String, Object> parameters) {
        Map<String, Object> marked = new LinkedHashMap<>(parameters);
        marked.put(NAMES, true);
        return marked;
    }

    /** As it stands among others in a multiCall. */
    Map<String, Object> listed() {
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("methodName", method);
        listed.put("params", params);
        return listed;
    }
}
