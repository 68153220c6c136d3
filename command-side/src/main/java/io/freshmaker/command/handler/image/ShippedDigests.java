package io.freshmaker.command.handler.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.bundle.Lineage;
import io.freshmaker.command.bundle.ReplacedDigests;
import io.freshmaker.command.bundle.ReplacedImages;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.OperatorBundles.ManifestList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which digests an advisory replaces, asked for (spec §7.9, 1 and 2).
 *
 * @param nothing why it replaces none; null where it does
 */
record ShippedDigests(ReplacedDigests digests, @Nullable Reason nothing) {

    /**
     * What the advisory replaces, and on top of it what somebody says.
     *
     * @param overrides what stands in the place of each of these images, whatever else is known
     * @param earlier whether what the originals themselves were rebuilt from is replaced too
     */
    static ShippedDigests of(long advisory, BundleSystems systems, Map<Nvr, Nvr> overrides, boolean earlier) {
        ReplacedImages images = images(advisory, systems, earlier).with(overrides);
        if (images.byOriginal().isEmpty()) {
            return none(Reason.of(ReasonCode.NO_PUBLISHED_ORIGINALS, "advisory", String.valueOf(advisory)));
        }
        Collection<Nvr> originals = images.byOriginal().keySet();
        SortedSet<Nvr> rebuilt = new TreeSet<>(images.byOriginal().values());
        SortedSet<Nvr> all = new TreeSet<>(originals);
        all.addAll(rebuilt);
        Map<Nvr, List<ManifestList>> manifests = systems.bundles().manifestsOf(all);
        if (!ReplacedDigests.anyPublished(originals, manifests)) return none(ReasonCode.NO_ORIGINAL_DIGESTS, originals);
        if (rebuilt.stream().noneMatch(manifests::containsKey)) return none(ReasonCode.NO_REBUILT_DIGESTS, rebuilt);
        return new ShippedDigests(ReplacedDigests.of(images, manifests), null);
    }

    private static ReplacedImages images(long advisory, BundleSystems systems, boolean earlier) {
        List<Nvr> shipped = systems.shipped().of(advisory);
        SortedSet<Nvr> blocking = imagesOf(blocking(advisory, systems), systems);
        SortedSet<Nvr> all = new TreeSet<>(shipped);
        all.addAll(blocking);
        Lineage lineage = Lineage.of(all, generation -> systems.origins().of(generation));
        Map<Nvr, Boolean> published = lineage.ancestors().isEmpty()
                ? Map.of()
                : systems.images().withNvrs(lineage.ancestors()).stream()
                        .collect(Collectors.toMap(ImageRecord::nvr, ImageRecord::isPublished));
        return ReplacedImages.of(shipped, lineage, published, blocking, earlier);
    }

    /** Those that block it, those that block these, and so on, however they block each other. */
    private static SortedSet<Long> blocking(long advisory, BundleSystems systems) {
        SortedSet<Long> found = new TreeSet<>();
        SortedSet<Long> next = new TreeSet<>(List.of(advisory));
        while (!next.isEmpty()) {
            long asked = next.removeFirst();
            systems.shipped().blocking(asked).stream()
                    .filter(one -> one != advisory && found.add(one))
                    .forEach(next::add);
        }
        return found;
    }

    private static SortedSet<Nvr> imagesOf(Collection<Long> advisories, BundleSystems systems) {
        return advisories.stream()
                .flatMap(one -> systems.shipped().of(one).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ShippedDigests none(ReasonCode why, Collection<Nvr> images) {
        return none(Reason.of(why, "images", images.stream().map(Nvr::value).collect(Collectors.joining(", "))));
    }

    private static ShippedDigests none(Reason why) {
        return new ShippedDigests(new ReplacedDigests(new TreeMap<>()), why);
    }
}
