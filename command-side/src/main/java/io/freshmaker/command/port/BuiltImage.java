package io.freshmaker.command.port;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an image was built (spec §7.1, "Resolving").
 *
 * @param source its repository, branch, commit and Koji target
 * @param parents what it was built from, the image of the last stage first; none for a base image
 * @param base whether it was made of RPMs and of no other image
 * @param arches of its archives, sorted
 * @param composes the numbers of the ODCS composes that it was built with
 * @param flaw why it cannot be built again although it was once; null for most
 */
public record BuiltImage(
        Nvr nvr,
        Source source,
        List<Nvr> parents,
        boolean base,
        List<String> arches,
        List<Long> composes,
        boolean flatpak,
        @Nullable String flaw) {

    public BuiltImage {
        parents = parents.stream().distinct().toList();
        arches = arches.stream().distinct().sorted().toList();
        composes = List.copyOf(composes);
    }
}
