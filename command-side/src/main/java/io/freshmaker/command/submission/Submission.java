package io.freshmaker.command.submission;

import io.freshmaker.api.value.BuildId;

/** One attempt at a build that a system took under {@code externalId}. */
public record Submission(BuildId build, int attempt, String externalId) {}
