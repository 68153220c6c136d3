package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Optional;

/**
 * Says of single images and repositories how they are listed now, also of those that are never rebuilt (spec §10.7). What images
 * contain need not be told. Every method may throw {@link Unavailable}; what nobody knows is empty, never a failure.
 */
public interface ImageListings {

    /** Who says so, for people, e.g. {@code Pyxis}. */
    String system();

    /** The image with this NVR: each architecture by itself. */
    List<ImageRecord> images(Nvr nvr);

    Optional<ListedRepository> repository(String registry, String name);

    /** Of whatever registry. */
    List<ListedRepository> repositories(String name);

    /** The images with one of its tags for automatic rebuilds, each architecture by itself; perhaps some more. */
    List<ImageRecord> tagged(ImageRepository repository);
}
