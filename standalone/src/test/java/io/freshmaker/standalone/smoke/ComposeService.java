package io.freshmaker.standalone.smoke;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One service of the compose file. */
record ComposeService(String name, Map<String, Object> fields) {

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    List<String> command() {
        return list("command");
    }

    List<String> ports() {
        return list("ports");
    }

    List<String> volumes() {
        return list("volumes");
    }

    /** What its containers get to know, as it is written. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        map(fields.get("environment")).forEach((name, value) -> environment.put(name, String.valueOf(value)));
        return environment;
    }

    Map<String, Object> healthCheck() {
        return map(fields.get("healthcheck"));
    }

    /** How many containers of it. */
    int scale() {
        return fields.get("scale") instanceof Integer number ? number : 1;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    private List<String> list(String field) {
        return fields.get(field) instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }
}
