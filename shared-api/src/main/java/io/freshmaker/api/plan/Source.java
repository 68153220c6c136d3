package io.freshmaker.api.plan;

import org.jspecify.annotations.Nullable;

/** Where an artifact's sources lie in dist-git, and where its build goes. {@code target}: a Koji target, images only. */
public record Source(
        String repository,
        String branch,
        @Nullable String commit,
        @Nullable String target) {}
