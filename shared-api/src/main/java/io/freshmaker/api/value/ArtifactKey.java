package io.freshmaker.api.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names an artifact within a plan, e.g. {@code image:s2i-base-container-1-10} or {@code module:testmodule:master}. */
public record ArtifactKey(@JsonValue String value) implements Comparable<ArtifactKey> {

    @JsonCreator
    public ArtifactKey {
        if (value.isBlank()) throw new IllegalArgumentException("An artifact key is empty");
    }

    @Override
    public int compareTo(ArtifactKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
