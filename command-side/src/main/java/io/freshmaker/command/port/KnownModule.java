package io.freshmaker.command.port;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.ArtifactKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module in its latest version, where that is known, and the modules it is built with. */
public record KnownModule(
        String name, String stream, @Nullable String version, List<Requirement> buildRequires) {
    /** A module of which any version will do. */
    public record Requirement(String name, String stream) {}

    public KnownModule {
        buildRequires = List.copyOf(buildRequires);
    }

    /** Built from the head of its branch: that of its stream in {@code modules/<name>}. */
    public Artifact artifact() {
        return artifact(name, stream, version);
    }

    /** What it is built with; itself left out, as a module may be built with an earlier build of itself. */
    public List<ArtifactKey> requiredKeys() {
        return buildRequires.stream()
                .map(required ->
                        artifact(required.name(), required.stream(), null).key())
                .filter(key -> !key.equals(artifact().key()))
                .toList();
    }

    private static Artifact artifact(String name, String stream, @Nullable String version) {
        return Artifact.module(name, stream, version, new Source("modules/" + name, stream, null, null));
    }
}
