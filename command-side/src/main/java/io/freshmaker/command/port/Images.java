package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.List;

/**
 * Knows container images. Every method may throw {@link Unavailable}; what nobody knows is an empty list, never a failure.
 * Answers are in the order of the NVRs' text and name no image twice.
 */
public interface Images {
    /** The images that contain an RPM of one of these names, in whatever version. */
    List<KnownImage> containing(Collection<String> rpmNames);

    /**
     * The containers that include an RPM of one of these names, where no builds of them are known, so neither versions nor parents;
     * in the order of name and branch.
     */
    default List<UnbuiltImage> unbuiltContaining(Collection<String> rpmNames) {
        return List.of();
    }

    /** The images that contain this module, in this stream, in whatever version; none where nobody knows of modules in images. */
    default List<KnownImage> withModule(String name, String stream) {
        return List.of();
    }

    /** The images that are built directly from one of these: one generation, not their children's children. */
    List<KnownImage> builtFrom(Collection<Nvr> parents);
}
