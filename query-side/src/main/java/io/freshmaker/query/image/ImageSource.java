package io.freshmaker.query.image;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The system that is asked about images. */
@JsonNaming(SnakeCaseStrategy.class)
record ImageSource(
        String name,
        @Nullable Instant answeredAt,
        @Nullable Instant awaySince,
        @Nullable String failure) {}
