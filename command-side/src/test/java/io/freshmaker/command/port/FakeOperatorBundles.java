package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Bundles and digests of images in memory, for tests. */
public final class FakeOperatorBundles implements OperatorBundles {

    private final List<Listed> listed = new ArrayList<>();
    private final Map<Nvr, List<ManifestList>> manifests = new TreeMap<>();
    private final Map<String, Nvr> images = new TreeMap<>();

    /**
     * A bundle in a channel of an index image.
     *
     * @param latest whether it is the newest there
     * @param images the digests of the images that it refers to
     */
    public record Listed(OperatorBundle bundle, boolean latest, Set<String> images) {}

    public FakeOperatorBundles with(Listed bundle) {
        listed.add(bundle);
        return this;
    }

    /** An image of Koji's with one list of manifests. */
    public FakeOperatorBundles with(Nvr image, String digest, boolean published) {
        images.put(digest, image);
        List<ManifestList> all = new ArrayList<>(manifests.getOrDefault(image, List.of()));
        all.add(new ManifestList(digest, published));
        manifests.put(image, all);
        return this;
    }

    @Override
    public List<OperatorBundle> referringTo(Collection<String> digests) {
        return digests.stream()
                .distinct()
                .sorted()
                .flatMap(digest -> listed.stream()
                        .filter(one -> one.latest() && one.images().contains(digest)))
                .map(Listed::bundle)
                .distinct()
                .toList();
    }

    @Override
    public Map<Nvr, OperatorBundle> bundlesIn(Collection<Nvr> images) {
        Map<Nvr, OperatorBundle> found = new TreeMap<>();
        manifestsOf(images)
                .forEach((image, digests) -> listed.stream()
                        .map(Listed::bundle)
                        .filter(bundle ->
                                digests.stream().anyMatch(one -> one.digest().equals(bundle.digest())))
                        .min(Comparator.comparing(bundle -> bundle.csvName() == null))
                        .ifPresent(bundle -> found.put(image, bundle)));
        return found;
    }

    @Override
    public Map<String, Nvr> imagesWith(Collection<String> digests) {
        Map<String, Nvr> found = new TreeMap<>(images);
        found.keySet().retainAll(digests);
        return found;
    }

    @Override
    public Map<Nvr, List<ManifestList>> manifestsOf(Collection<Nvr> images) {
        Map<Nvr, List<ManifestList>> found = new TreeMap<>(manifests);
        found.keySet().retainAll(images);
        return found;
    }
}
