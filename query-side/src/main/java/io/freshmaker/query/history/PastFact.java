package io.freshmaker.query.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored fact; {@code position} is its place in the feed, null until it has one; {@code data} is its JSON. */
record PastFact(
        String id,
        @Nullable Long position,
        String type,
        String subject,
        Instant time,
        @JsonRawValue String data) {}
