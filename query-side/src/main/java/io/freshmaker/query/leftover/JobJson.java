package io.freshmaker.query.leftover;

import io.freshmaker.platform.job.FailedJob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A failed job as the API shows it; see {@link FailedJob}. */
@JsonNaming(SnakeCaseStrategy.class)
record JobJson(
        long id,
        String state,
        String queue,
        String name,
        String subject,
        int failures,
        String error,
        Instant firstFailedAt,
        Instant failedAt,
        @Nullable Instant nextAt,
        @Nullable Instant givesUpAt,
        @Nullable Instant givenUpAt) {

    static final String RETRYING = "retrying";
    static final String GIVEN_UP = "given_up";

    static JobJson of(FailedJob job) {
        return new JobJson(
                job.id(),
                job.givenUpAt() == null ? RETRYING : GIVEN_UP,
                job.queue(),
                job.name(),
                job.subject(),
                job.failures(),
                job.error(),
                job.firstFailedAt(),
                job.failedAt(),
                job.nextAt(),
                job.givesUpAt(),
                job.givenUpAt());
    }
}
