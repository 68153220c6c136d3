package io.freshmaker.api.artifactbuild;

import java.util.Set;

/** The life of an ArtifactBuild, with the original's numbers (spec §2.3): the order is the number. */
public enum BuildState {
    /** Meant for, or running in, the build system. */
    BUILD,
    /** Built. */
    DONE,
    /** Not built, or badly. */
    FAILED,
    /** Stopped, or never started. */
    CANCELED,
    /** Waiting for what blocks it. */
    PLANNED;

    /** The number in the API. */
    public int id() {
        return ordinal();
    }

    /** The legal transitions; there are no others, and none to the same state. */
    public boolean mayBecome(BuildState next) {
        return successors().contains(next);
    }

    public boolean isFinal() {
        return successors().isEmpty();
    }

    private Set<BuildState> successors() {
        return switch (this) {
            case PLANNED -> Set.of(BUILD, FAILED, CANCELED);
            case BUILD -> Set.of(DONE, FAILED, CANCELED);
            case DONE, FAILED, CANCELED -> Set.of();
        };
    }
}
