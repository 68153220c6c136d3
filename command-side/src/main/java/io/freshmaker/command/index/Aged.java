package io.freshmaker.command.index;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer from the index.
 *
 * @param asOf when the oldest part of it was said by the system that knows it; null for an answer that tells of nothing
 */
public record Aged<T>(T answer, @Nullable Instant asOf) {

    static @Nullable Instant oldest(Stream<Instant> times) {
        return times.min(Comparator.naturalOrder()).orElse(null);
    }
}
