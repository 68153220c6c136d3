package io.freshmaker.command.adapter.koji;

import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers of one request that say who we are. Secret: they are never shown. */
final class Headers {

    static final Headers NONE = new Headers(Map.of());

    private final Map<String, String> values;

    private Headers(Map<String, String> values) {
        this.values = values;
    }

    Headers with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Headers(more);
    }

    void addTo(HttpRequest.Builder request) {
        values.forEach(request::setHeader);
    }
}
