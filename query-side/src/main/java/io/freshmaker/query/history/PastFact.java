package io.freshmaker.query.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored fact; {@code position} is its place in the feed, null until it has one; {@code data} is its JSON. */
record PastFact(
        String id,
        @Nullable Long position,
        String type,
        String subject,
        Instant time,

        @Schema(types = "object", description = "The stored fact; its form belongs to its type.") @JsonRawValue
        String data) {}
