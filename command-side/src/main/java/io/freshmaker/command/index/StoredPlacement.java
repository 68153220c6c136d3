package io.freshmaker.command.index;

import io.freshmaker.command.port.ImageRecord.Placement;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** An image in a repository, as the table has it in JSON; {@code tags} are sorted, so that equal ones have equal texts. */
record StoredPlacement(String registry, String repository, boolean published, SortedSet<String> tags) {

    static StoredPlacement of(Placement placement) {
        return new StoredPlacement(
                placement.registry(), placement.repository(), placement.published(), new TreeSet<>(placement.tags()));
    }

    Placement placement() {
        return new Placement(registry, repository, published, Set.copyOf(tags));
    }
}
