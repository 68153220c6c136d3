package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this process has learned lately, so that plans which ask for the same images do not have the same learned again and again.
 * The age of an entry may thereby be too large by an hour, never too small.
 */
final class Lately {

    private static final Duration LATELY = Duration.ofHours(1);
    private static final int MOST = 50_000;

    private final Clock clock;
    private final Map<Nvr, Word> words = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Nvr, Word> eldest) {
            return size() > MOST;
        }
    };

    Lately(Clock clock) {
        this.clock = clock;
    }

    /** What was said of an image: only how it looks from afar, for the whole would fill the memory. */
    private record Word(int hash, boolean whole, Instant at) {}

    /** Those of which something else was said before, or a part, or long ago. */
    synchronized List<ImageRecord> newsAmong(List<ImageRecord> images, boolean whole) {
        Instant before = clock.instant().minus(LATELY);
        return images.stream()
                .filter(image -> !isKnown(words.get(image.nvr()), image.hashCode(), whole, before))
                .toList();
    }

    /** They were learned. */
    synchronized void learned(List<ImageRecord> images, boolean whole) {
        Instant now = clock.instant();
        images.forEach(image -> words.put(image.nvr(), new Word(image.hashCode(), whole, now)));
    }

    private static boolean isKnown(@Nullable Word word, int hash, boolean whole, Instant before) {
        return word != null
                && word.hash() == hash
                && word.whole() == whole
                && word.at().isAfter(before);
    }
}
