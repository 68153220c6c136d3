package io.freshmaker.command.handler.image;

import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.OperatorBundle;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Bundles that may be rebuilt, by the NVRs of their own images, and what is known of each (spec §7.9, 3). Many are asked
 * about together; what was not built by Koji is not ours and left out.
 */
record KnownBundles(
        SortedMap<Nvr, OperatorBundle> listed,
        Map<Nvr, ImageRecord> records,
        Map<Nvr, BuiltImage> built,
        Map<Nvr, BundleManifest> manifests) {

    /** One that nobody lists. */
    private static final OperatorBundle UNLISTED = new OperatorBundle("", null, null);

    /** All that refer to images with one of these digests. */
    static KnownBundles referringTo(Collection<String> digests, BundleSystems systems) {
        List<OperatorBundle> found = systems.bundles().referringTo(digests);
        return found.isEmpty() ? of(Collections.emptySortedMap(), systems) : of(listed(found, systems), systems);
    }

    /** Those that somebody names, whatever they are. */
    static KnownBundles named(Collection<Nvr> images, BundleSystems systems) {
        SortedMap<Nvr, OperatorBundle> listed = new TreeMap<>();
        images.forEach(image -> listed.put(image, UNLISTED));
        listed.putAll(systems.bundles().bundlesIn(listed.keySet()));
        return of(listed, systems);
    }

    private static KnownBundles of(SortedMap<Nvr, OperatorBundle> listed, BundleSystems systems) {
        if (listed.isEmpty()) return new KnownBundles(listed, Map.of(), Map.of(), Map.of());
        Set<Nvr> nvrs = listed.keySet();
        Map<Nvr, ImageRecord> records =
                systems.images().withNvrs(nvrs).stream().collect(toMap(ImageRecord::nvr, image -> image));
        return new KnownBundles(
                listed,
                records,
                systems.builds().built(nvrs),
                systems.manifests().of(nvrs));
    }

    /** A bundle may be listed several times; who says what its ClusterServiceVersion is called is preferred. */
    private static SortedMap<Nvr, OperatorBundle> listed(List<OperatorBundle> found, BundleSystems systems) {
        Map<String, Nvr> images = systems.bundles()
                .imagesWith(found.stream().map(OperatorBundle::digest).collect(Collectors.toSet()));
        SortedMap<Nvr, OperatorBundle> listed = new TreeMap<>();
        for (OperatorBundle bundle : found) {
            Nvr image = images.get(bundle.digest());
            if (image != null) listed.merge(image, bundle, (one, other) -> one.csvName() == null ? other : one);
        }
        return listed;
    }

    /** Of one that lies in no repository nothing is known. */
    ImageRecord record(Nvr bundle) {
        return records.getOrDefault(
                bundle, new ImageRecord(bundle, List.of(), Collections.emptySortedSet(), null, Map.of(), null));
    }
}
