package io.freshmaker.command.bundle;

import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * From which images others were rebuilt, generation by generation.
 *
 * @param originals what each was rebuilt from
 */
public record Lineage(Map<Nvr, Nvr> originals) {

    public Lineage {
        originals = Map.copyOf(originals);
    }

    /**
     * That of these images.
     *
     * @param known tells the originals of some images; asked once for each generation
     */
    public static Lineage of(Collection<Nvr> images, Function<Set<Nvr>, Map<Nvr, Nvr>> known) {
        Map<Nvr, Nvr> all = new HashMap<>();
        Set<Nvr> generation = new TreeSet<>(images);
        while (!generation.isEmpty()) {
            Map<Nvr, Nvr> found = known.apply(generation);
            all.putAll(found);
            generation = new TreeSet<>(found.values());
            generation.removeAll(all.keySet()); // records that go in a circle end here
        }
        return new Lineage(all);
    }

    /** What an image was rebuilt from, what that was rebuilt from, and so on; none of them twice. */
    public List<Nvr> before(Nvr image) {
        SequencedSet<Nvr> seen = new LinkedHashSet<>(List.of(image));
        Nvr next = originals.get(image);
        while (next != null && seen.add(next)) next = originals.get(next);
        return new ArrayList<>(seen).subList(1, seen.size());
    }

    /** All images that another one was rebuilt from. */
    public Set<Nvr> ancestors() {
        return new TreeSet<>(originals.values());
    }
}
