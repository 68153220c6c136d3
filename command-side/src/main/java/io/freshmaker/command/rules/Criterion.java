package io.freshmaker.command.rules;

import io.freshmaker.api.plan.Artifact;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a rule can ask about (spec §8.3); booleans are {@code True} and {@code False}, as the original's rules write them. */
enum Criterion {
    /** The N of an image's NVR, or the module's name. */
    NAME,
    /** The branch in dist-git; for a module that of its stream. */
    BRANCH,
    DRY_RUN,
    MANUAL;

    /** As it is written in the file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Criterion> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** Bus messages are not manual. */
    static Map<Criterion, String> valuesOf(Artifact artifact, boolean dryRun) {
        return Map.of(
                NAME,
                artifact.name(),
                BRANCH,
                artifact.source().branch(),
                DRY_RUN,
                dryRun ? "True" : "False",
                MANUAL,
                "False");
    }
}
