package io.freshmaker.platform.wake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one process has stored and others may wait for. */
public enum News {
    FACTS,
    JOBS,
    REPLAYS,
    LETTERS;

    /** As it is sent; never changed, because processes of two versions talk to each other during an upgrade. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int bit() {
        return 1 << ordinal();
    }

    /** Empty for what only a later version knows. */
    static Optional<News> of(String word) {
        return Arrays.stream(values()).filter(news -> news.word().equals(word)).findFirst();
    }
}
