package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.value.BuildId;

/** The build whose end ended others; {@code artifact} is its key, for people. */
public record Culprit(BuildId build, String artifact) {}
