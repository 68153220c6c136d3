package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Rpm;
import java.util.Comparator;

/**
 * An RPM in an image, next to what an advisory brings in its place.
 *
 * @param fix of the same name
 * @param older whether the contained one is older
 * @param sameKind whether both are of a module, or neither
 */
record Sighting(Rpm contained, Nvr fix, boolean older, boolean sameKind) {
    /** Those first that say most about whether the image needs the advisory. */
    static final Comparator<Sighting> TELLING_FIRST = Comparator.comparingInt(Sighting::rank)
            .thenComparing(sighting -> sighting.contained.nvr())
            .thenComparing(sighting -> sighting.contained.arch());

    private int rank() {
        if (!older) return 2;
        return sameKind ? 0 : 1;
    }
}
