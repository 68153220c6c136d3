package io.freshmaker.command.index;

import io.freshmaker.command.port.ImageRecord.Placement;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;

/**
 * An image was in a repository.
 *
 * @param at when a system said so
 */
record Sighting(Placement placement, Instant at) {

    /** Where two say different things of one time, one of them is taken, always the same. */
    private static final Comparator<Sighting> BY_TIME = Comparator.comparing(Sighting::at)
            .thenComparing(sighting -> sighting.placement().published())
            .thenComparing(sighting -> new TreeSet<>(sighting.placement().tags()).toString());

    /** Of an image there is one in each repository. */
    static String place(Placement placement) {
        return placement.registry() + "/" + placement.repository();
    }

    String place() {
        return place(placement);
    }

    Sighting orLater(Sighting other) {
        return BY_TIME.compare(this, other) >= 0 ? this : other;
    }
}
