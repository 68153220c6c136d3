package io.freshmaker.platform.letter;

import io.freshmaker.platform.feed.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a policy failed at.
 *
 * @param policy the name of its processor
 * @param sequence what it is about: facts of one sequence are tried in their order, so those behind it wait
 * @param behind how many wait behind it
 * @param fact without its position in the feed
 * @param cause class and message of the exception, where it is this fact that failed; null for one that only waits
 * @param lastTriedAt when its sequence was tried last; null when that is the next to be tried
 */
public record DeadLetter(
        String id,
        String policy,
        String sequence,
        int behind,
        Fact fact,
        @Nullable String cause,
        Instant enqueuedAt,
        @Nullable Instant lastTriedAt) {}
