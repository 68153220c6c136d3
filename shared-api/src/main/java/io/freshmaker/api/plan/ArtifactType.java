package io.freshmaker.api.plan;

/** What can be rebuilt, with the original's numbers (spec §2.4): the order is the number. */
public enum ArtifactType {
    RPM,
    IMAGE,
    MODULE,
    IMAGE_REPOSITORY;

    /** The number in the API. */
    public int id() {
        return ordinal();
    }
}
