package io.freshmaker.api.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people may add to a request: it ends in a fact and in every answer about its Event, so it is bounded and storable. */
public final class RequestMetadata {

    /** In characters of all names and texts together. */
    public static final int LONGEST = 10_000;

    /** Objects and lists in one another. */
    public static final int DEEPEST = 20;

    private RequestMetadata() {}

    /**
     * Whether it may be kept: JSON values in plain collections, without the character NUL and halves of characters, which databases
     * and buses do not take.
     */
    public static boolean isKeepable(Map<String, ?> metadata) {
        return depth(metadata) <= DEEPEST
                && texts(metadata).allMatch(RequestMetadata::isText)
                && texts(metadata).mapToLong(String::length).sum() <= LONGEST;
    }

    private static int depth(@Nullable Object value) {
        return isNested(value)
                ? 1 + children(value).mapToInt(RequestMetadata::depth).max().orElse(0)
                : 0;
    }

    private static Stream<String> texts(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return Stream.concat(
                    map.keySet().stream().map(String::valueOf), children(value).flatMap(RequestMetadata::texts));
        }
        return isNested(value) ? children(value).flatMap(RequestMetadata::texts) : Stream.of(String.valueOf(value));
    }

    private static boolean isNested(@Nullable Object value) {
        return value instanceof Map || value instanceof Collection;
    }

    private static Stream<? extends @Nullable Object> children(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) return map.values().stream();
        return value instanceof Collection<?> list ? list.stream() : Stream.empty();
    }

    private static boolean isText(String text) {
        return text.indexOf('\0') < 0 && UTF_8.newEncoder().canEncode(text);
    }
}
