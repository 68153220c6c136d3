package io.freshmaker.command.port;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import java.util.List;

/** A container image that was built: from which sources, from which images, with which RPMs. */
public record KnownImage(Nvr nvr, Source source, List<Nvr> parents, List<Rpm> rpms, boolean published) {
    public KnownImage {
        parents = List.copyOf(parents);
        rpms = List.copyOf(rpms);
    }

    public Artifact artifact() {
        return Artifact.image(nvr, source);
    }

    public List<ArtifactKey> parentKeys() {
        return parents.stream()
                .map(parent -> Artifact.image(parent, source).key())
                .toList();
    }
}
