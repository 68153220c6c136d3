package io.freshmaker.query.image;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** An image in a list. */
@JsonNaming(SnakeCaseStrategy.class)
record ImageSummary(
        String nvr,
        boolean published,
        List<ImagePlacement> repositories,
        List<String> rpms,
        boolean whole,
        @Nullable Instant seenAt) {}
