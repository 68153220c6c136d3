package io.freshmaker.query.image;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A page of images, in the order of their NVRs' text. */
@JsonNaming(SnakeCaseStrategy.class)
record ImagePage(
        List<ImageSummary> items,
        @Nullable String next,
        @Nullable Instant asOf,
        @Nullable ImageSource source) {}
