package io.freshmaker.command.handler.module;

import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.BuildId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The builds of ours, the oldest first, each of which led to the next over a message of its own, and so to a new module. */
public record ModuleChain(List<Link> links) {

    /** One of our builds. */
    public record Link(BuildId build, int number, int eventNumber, ArtifactKey artifact, String name) {}

    public ModuleChain {
        links = List.copyOf(links);
    }

    /** The one that made the new module; nothing when we did not. */
    Optional<Link> last() {
        return links.isEmpty() ? Optional.empty() : Optional.of(links.getLast());
    }

    /** From where the artifact was built to where it would be built again: {@code a → b → a}. Nothing when it was not. */
    Optional<String> cycleThrough(ArtifactKey artifact) {
        List<ArtifactKey> since = links.stream()
                .map(Link::artifact)
                .dropWhile(key -> !key.equals(artifact))
                .toList();
        if (since.isEmpty()) return Optional.empty();
        return Optional.of(Stream.concat(since.stream(), Stream.of(artifact))
                .map(ArtifactKey::value)
                .collect(Collectors.joining(" → ")));
    }
}
