package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;

/**
 * An RPM in an image, next to what an advisory brings in its place.
 *
 * @param contained in whatever architecture
 * @param fix of the same name
 * @param name the position of their name among those in the advisory
 * @param older whether the contained one is older
 * @param sameKind whether both are of a module, or neither
 */
record Sighting(Nvr contained, Nvr fix, int name, boolean older, boolean sameKind) {

    /** Whether it says more about whether the image needs the advisory; of what says the same, always the same one does. */
    boolean tellsMoreThan(Sighting other) {
        if (rank() != other.rank()) return rank() < other.rank();
        return name == other.name ? contained.compareTo(other.contained) < 0 : name < other.name;
    }

    private int rank() {
        if (!older) return 2;
        return sameKind ? 0 : 1;
    }
}
