package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Knows operator bundles, and images by the digests of their manifests (spec §9.4). Every method may throw {@link Unavailable}; what
 * nobody knows is missing, never a failure.
 */
public interface OperatorBundles {

    /** The bundles that are the newest of a channel in an index image and refer to an image with one of these digests; each once. */
    List<OperatorBundle> referringTo(Collection<String> digests);

    /** The bundles in these images, in whatever channel; of several that one image is listed as, one whose name is known. */
    Map<Nvr, OperatorBundle> bundlesIn(Collection<Nvr> images);

    /** The images with these digests; one that was not built by Koji is missing. */
    Map<String, Nvr> imagesWith(Collection<String> digests);

    /** The digests of the lists of manifests of these images, in the order of their text. */
    Map<Nvr, List<ManifestList>> manifestsOf(Collection<Nvr> images);

    /**
     * What a pullspec of an image names in all its architectures.
     *
     * @param published whether customers find it in a repository
     */
    record ManifestList(String digest, boolean published) {}
}
