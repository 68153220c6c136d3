package io.freshmaker.command.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The query of a URL: encoded {@code name=value}, in the order in which they were given. */
public record Query(List<String> parts) {

    public Query {
        parts = List.copyOf(parts);
    }

    public static Query of(String name, Object value) {
        return new Query(List.of()).and(name, value);
    }

    public Query and(String name, Object value) {
        String part = URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value.toString(), UTF_8);
        return new Query(Stream.concat(parts.stream(), Stream.of(part)).toList());
    }

    /** The same query when there is no value. */
    public Query andIfSet(String name, @Nullable Object value) {
        return value == null ? this : and(name, value);
    }

    /** With the question mark. */
    @Override
    public String toString() {
        return "?" + String.join("&", parts);
    }
}
