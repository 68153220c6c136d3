package io.freshmaker.platform.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job that failed.
 *
 * @param subject what it works on, e.g. the id of a build
 * @param failures how often it has failed
 * @param nextAt when it is tried again; null when it was given up
 * @param givesUpAt about when it is given up, if it goes on failing at once; null when it never is
 * @param droppedAt since when a person wants it given up
 */
public record FailedJob(
        long id,
        String queue,
        String name,
        String subject,
        int failures,
        String error,
        Instant firstFailedAt,
        Instant failedAt,
        @Nullable Instant nextAt,
        @Nullable Instant givesUpAt,
        @Nullable Instant droppedAt,
        @Nullable Instant givenUpAt) {}
