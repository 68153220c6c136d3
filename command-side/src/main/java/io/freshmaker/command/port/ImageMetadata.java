package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Knows which images lie in which repositories, what they contain and what they are built from (spec §7.2, §9.4). Every method may
 * throw {@link Unavailable}; what nobody knows is empty, never a failure. Records come merged over architectures, in the order of
 * their NVRs' text.
 */
public interface ImageMetadata {

    /**
     * Repositories whose images may be rebuilt: of our vendor, with tags for automatic rebuilds.
     *
     * @param publishedOnly whether only published ones, of the categories that the settings name, and the settings' exceptions
     */
    List<ImageRepository> repositories(boolean publishedOnly);

    /**
     * The images in these repositories that have a tag for automatic rebuilds of one of them, something from one of these content
     * sets and an RPM of one of these names, in whatever version. What else they contain need not be told.
     *
     * @param publishedOnly whether only what is published there
     */
    List<ImageRecord> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames);

    /** The images with these NVRs, published or not, with everything that they contain. */
    List<ImageRecord> withNvrs(Collection<Nvr> nvrs);

    /** The newest published releases of an image, at most 20: the highest NVR last. */
    List<ImageRecord> releasesOf(String name, String version);
}
