package io.freshmaker.query.leftover;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A raw message with what became of it.
 *
 * @param reason why it was parked, ignored, or has to be tried again
 * @param dropReason what the person typed who dropped it; null also when that was cleared
 * @param event the number of the Event that it made, null also where the read models do not show it
 * @param attempts how often working it off has failed
 * @param parkings how often it was parked
 * @param body as text, where it is UTF-8; else in {@code bodyBase64}
 */
@JsonNaming(SnakeCaseStrategy.class)
record Message(
        long id,
        @Nullable String messageId,
        @Nullable String topic,
        String exchange,
        String routingKey,
        String outcome,
        @Nullable String reason,
        @Nullable String dropReason,
        @Nullable Integer event,
        Instant receivedAt,
        int attempts,
        @Nullable Instant retryAt,
        int parkings,

        @Schema(types = "object", description = "The headers that it came with.") @JsonRawValue
        String headers,

        @Nullable String body,
        @Nullable String bodyBase64) {

    private static final String PARKED = "parked";

    boolean isParked() {
        return outcome.equals(PARKED);
    }

    /** Whether somebody or something has settled it since it was parked for the so-manieth time. */
    boolean isSettledSince(int parkings) {
        return !outcome.equals("received") && !(isParked() && this.parkings == parkings);
    }
}
