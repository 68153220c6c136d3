package io.freshmaker.query.leftover;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.freshmaker.platform.feed.CloudEvents;
import io.freshmaker.platform.feed.Fact;
import io.freshmaker.platform.letter.DeadLetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A dead letter as the API shows it; see {@link DeadLetter}. */
@JsonNaming(SnakeCaseStrategy.class)
record LetterJson(
        String id,
        String policy,
        String sequence,
        int behind,
        @Nullable String cause,
        Instant enqueuedAt,
        @Nullable Instant lastTriedAt,
        FactJson fact) {

    /** What the policy failed at. */
    record FactJson(
            String id,
            String type,
            String subject,
            Instant time,

            @Schema(types = "object", description = "The stored fact; its form belongs to its type.") @JsonRawValue
            String data) {}

    static LetterJson of(DeadLetter letter) {
        Fact fact = letter.fact();
        return new LetterJson(
                letter.id(),
                letter.policy(),
                letter.sequence(),
                letter.behind(),
                letter.cause(),
                letter.enqueuedAt(),
                letter.lastTriedAt(),
                new FactJson(
                        fact.id(),
                        CloudEvents.typeOf(fact.aggregateType(), fact.type()),
                        fact.subject(),
                        fact.time(),
                        fact.payload()));
    }
}
