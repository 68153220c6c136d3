package io.freshmaker.command.port;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.ArtifactKey;
import java.util.List;

/**
 * A package as it is built for one branch of dist-git.
 *
 * @param source without a commit: it is built from the head of its branch
 * @param buildRequires the names of the packages that it is built with, each as it is built for the same branch
 */
public record KnownPackage(String name, Source source, List<String> buildRequires) {

    public KnownPackage {
        buildRequires = buildRequires.stream().distinct().sorted().toList();
    }

    public String branch() {
        return source.branch();
    }

    public Artifact artifact() {
        return Artifact.rpm(name, source);
    }

    /** What it is built with; itself left out, as a package may be built with an earlier build of itself. */
    public List<ArtifactKey> requiredKeys() {
        return buildRequires.stream()
                .filter(required -> !required.equals(name))
                .map(required -> Artifact.rpm(required, source).key())
                .toList();
    }
}
