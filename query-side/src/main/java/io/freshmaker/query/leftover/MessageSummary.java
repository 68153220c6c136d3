package io.freshmaker.query.leftover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A raw message in a list: without its headers and its body, of which it says how many bytes it has. */
@JsonNaming(SnakeCaseStrategy.class)
record MessageSummary(
        long id,
        @Nullable String messageId,
        @Nullable String topic,
        String outcome,
        @Nullable String reason,
        @Nullable Integer event,
        Instant receivedAt,
        int attempts,
        @Nullable Instant retryAt,
        int parkings,
        int size) {}
