package io.freshmaker.command.bundle;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.OperatorBundles.ManifestList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which digests in bundles are replaced by which (spec §7.9, 2).
 *
 * @param byOld what is to stand in the place of each digest
 */
public record ReplacedDigests(SortedMap<String, Replacement> byOld) {

    /** An image of an advisory instead of another one. */
    public record Replacement(Nvr original, Nvr rebuilt, String digest) {}

    /** Of an original that is published counts what customers see; an image of the advisory may not be published yet. */
    public static ReplacedDigests of(ReplacedImages images, Map<Nvr, List<ManifestList>> manifests) {
        SortedMap<String, Replacement> byOld = new TreeMap<>();
        images.byOriginal()
                .forEach((original, rebuilt) -> current(manifests.getOrDefault(rebuilt, List.of()))
                        .ifPresent(digest -> old(manifests.getOrDefault(original, List.of())).stream()
                                .filter(old -> !old.equals(digest))
                                .forEach(old -> byOld.putIfAbsent(old, new Replacement(original, rebuilt, digest)))));
        return new ReplacedDigests(byOld);
    }

    /** Whether customers see one of these images. */
    public static boolean anyPublished(Collection<Nvr> images, Map<Nvr, List<ManifestList>> manifests) {
        return images.stream()
                .anyMatch(
                        image -> !old(manifests.getOrDefault(image, List.of())).isEmpty());
    }

    /** By which of these customers know an image. */
    public static List<String> old(List<ManifestList> manifests) {
        return manifests.stream()
                .filter(ManifestList::published)
                .map(ManifestList::digest)
                .toList();
    }

    /** By which of these an image is referred to, that may not be published yet. */
    public static Optional<String> current(List<ManifestList> manifests) {
        return manifests.stream()
                .min(Comparator.comparing((ManifestList one) -> !one.published())
                        .thenComparing(ManifestList::digest))
                .map(ManifestList::digest);
    }
}
