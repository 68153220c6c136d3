package io.freshmaker.query.image;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** All that is known of an image. */
@JsonNaming(SnakeCaseStrategy.class)
record Image(
        String nvr,
        boolean published,
        List<ImagePlacement> repositories,
        @Nullable String parent,
        List<String> parents,
        List<String> children,
        List<String> contentSets,
        Map<String, String> labels,
        @Nullable Map<String, List<String>> rpms,
        boolean whole,
        @Nullable Instant asOf,
        @Nullable Instant askedAt,
        @Nullable ImageSource source) {}
