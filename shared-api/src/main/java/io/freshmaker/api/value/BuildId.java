package io.freshmaker.api.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an ArtifactBuild: one planned, running or finished rebuild of one artifact in one Event. */
public record BuildId(@JsonValue String value) {

    /** Begins the line in a commit of ours that names the build it is for; such a commit is nobody's change. */
    public static final String TRAILER = "Freshmaker-Build";

    private static final String PREFIX = "build-";

    @JsonCreator
    public BuildId {
        if (!value.startsWith(PREFIX)) throw new IllegalArgumentException("Not a build id: " + value);
    }

    /** An Event rebuilds an artifact once, so planning it again yields the same id. */
    public static BuildId of(EventId event, ArtifactKey artifact) {
        return new BuildId(PREFIX + UUID.nameUUIDFromBytes((event + "/" + artifact).getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value;
    }
}
