package io.freshmaker.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored fact.
 *
 * @param position its place in the feed, null until it has one
 * @param data its JSON
 * @param reason what a person gave as the reason, where one did; not part of the fact
 */
record PastFact(
        String id,
        @Nullable Long position,
        String type,
        String subject,
        Instant time,

        @Schema(types = "object", description = "The stored fact; its form belongs to its type.") @JsonRawValue
        String data,

        @Schema(description = "Why somebody wanted it, where he said so.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String reason) {}
