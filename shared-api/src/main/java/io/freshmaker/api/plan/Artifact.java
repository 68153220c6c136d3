package io.freshmaker.api.plan;

import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be rebuilt, as it stands in facts: {@code stream} for modules; {@code originalNvr} where known, for an image
 * its NVR, for a module {@code name-stream-version}.
 */
public record Artifact(
        ArtifactType type,
        String name,
        @Nullable String stream,
        @Nullable String originalNvr,
        Source source) {

    public static Artifact image(Nvr nvr, Source source) {
        return new Artifact(ArtifactType.IMAGE, nvr.name(), null, nvr.value(), source);
    }

    /** An image known by its repository only, e.g. from a push. */
    public static Artifact image(String name, Source source) {
        return new Artifact(ArtifactType.IMAGE, name, null, null, source);
    }

    /** A module as it is known from a catalog, or, without a version, from a push: then nothing of it was built that we know. */
    public static Artifact module(String name, String stream, @Nullable String version, Source source) {
        String nvr = version == null ? null : name + "-" + stream + "-" + version;
        return new Artifact(ArtifactType.MODULE, name, stream, nvr, source);
    }

    /** The same, built for that Koji target; null: as it is. */
    public Artifact withTarget(@Nullable String target) {
        return target == null
                ? this
                : new Artifact(
                        type,
                        name,
                        stream,
                        originalNvr,
                        new Source(source.repository(), source.branch(), source.commit(), target));
    }

    /** A package, of which RPMs are built: known by its name in dist-git and its branch there. */
    public static Artifact rpm(String name, Source source) {
        return new Artifact(ArtifactType.RPM, name, null, null, source);
    }

    /** Equal for equal artifacts, within a plan and between two plans of the same trigger. */
    public ArtifactKey key() {
        String id = type == ArtifactType.MODULE
                ? name + ":" + stream
                : originalNvr == null ? name + ":" + source.branch() : originalNvr;
        return new ArtifactKey(type.name().toLowerCase(Locale.ROOT) + ":" + id);
    }
}
