package io.freshmaker.query.compose;

import io.freshmaker.api.plan.ComposeType;
import io.freshmaker.api.reason.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A compose that builds of one Event need.
 *
 * @param odcsId its number in ODCS; null until that is known
 * @param shared whether another Event had asked for the same and got this one
 * @param deadline until when it is waited for
 * @param since when it came into its state
 * @param reason why it will never be there; null for most, like {@code text}
 * @param neededBy ids of builds, the first of {@code neededByTotal}
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ComposeJson(
        String id,
        int event,
        @Nullable Long odcsId,
        ComposeState state,
        ComposeType type,
        String source,
        List<String> packages,
        List<String> builds,
        List<String> arches,
        boolean shared,
        boolean dryRun,
        Instant created,
        Instant since,
        Instant deadline,
        @Nullable Reason reason,
        @Nullable String text,
        List<Integer> neededBy,
        int neededByTotal) {}
