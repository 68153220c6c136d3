package io.freshmaker.command.port;

import org.jspecify.annotations.Nullable;

/**
 * An operator bundle as an index image has it (spec §9.4).
 *
 * @param digest of the bundle's own image
 * @param csvName of its ClusterServiceVersion, e.g. {@code app.1.2.3}; null where nobody says
 * @param csvVersion of it; null where nobody says
 */
public record OperatorBundle(
        String digest, @Nullable String csvName, @Nullable String csvVersion) {}
