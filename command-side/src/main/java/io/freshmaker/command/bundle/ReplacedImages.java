package io.freshmaker.command.bundle;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which images that customers may have are replaced by which of an advisory (spec §7.9, 1).
 *
 * @param byOriginal the image of the advisory for each of those that bundles may refer to
 */
public record ReplacedImages(SortedMap<Nvr, Nvr> byOriginal) {

    /**
     * What an advisory replaces.
     *
     * @param published the images before those of the advisory that somebody knows, and whether customers have them
     * @param blocking images of advisories that are shipped before: bundles may refer to these already
     * @param earlier whether what the originals themselves were rebuilt from is replaced too
     */
    public static ReplacedImages of(
            Collection<Nvr> images,
            Lineage lineage,
            Map<Nvr, Boolean> published,
            Collection<Nvr> blocking,
            boolean earlier) {
        SortedMap<Nvr, Nvr> replaced = new TreeMap<>();
        for (Nvr image : images) {
            Optional<Nvr> original = original(lineage.before(image), published);
            if (original.isEmpty()) continue;
            replaced.put(original.get(), image);
            blocking.stream().filter(other -> isRelease(image, other)).forEach(other -> replaced.put(other, image));
        }
        if (earlier) {
            new TreeMap<>(replaced)
                    .forEach((original, image) ->
                            lineage.before(original).forEach(before -> replaced.putIfAbsent(before, image)));
        }
        return new ReplacedImages(replaced);
    }

    /** With what somebody says of these originals, whatever is known of them. */
    public ReplacedImages with(Map<Nvr, Nvr> overrides) {
        SortedMap<Nvr, Nvr> replaced = new TreeMap<>(byOriginal);
        replaced.putAll(overrides);
        return new ReplacedImages(replaced);
    }

    /** The nearest that customers have; else the oldest, as far as they are known. */
    private static Optional<Nvr> original(List<Nvr> before, Map<Nvr, Boolean> published) {
        Optional<Nvr> last = Optional.empty();
        for (Nvr image : before) {
            Boolean isPublished = published.get(image);
            if (isPublished == null) return last;
            last = Optional.of(image);
            if (isPublished) return last;
        }
        return last;
    }

    private static boolean isRelease(Nvr image, Nvr other) {
        return !other.equals(image)
                && other.name().equals(image.name())
                && other.version().equals(image.version());
    }
}
