package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts images into batches (spec §7.6): the first holds those that wait for none of the others, each further one those that wait
 * for something in the batch before. Within a batch everything can be built at the same time.
 */
final class Batches {
    private Batches() {}

    /**
     * Each batch in the order of NVRs.
     *
     * @param parents of each image, of which others than the given ones do not count
     * @throws IllegalArgumentException when images are built from each other
     */
    static List<List<Nvr>> of(Map<Nvr, List<Nvr>> parents) {
        Map<Nvr, List<Nvr>> children = new HashMap<>();
        Map<Nvr, Integer> waiting = new TreeMap<>();
        parents.forEach((image, from) -> {
            List<Nvr> counted = from.stream().filter(parents::containsKey).distinct().toList();
            counted.forEach(parent ->
                    children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(image));
            waiting.put(image, counted.size());
        });
        List<List<Nvr>> batches = new ArrayList<>();
        for (SortedSet<Nvr> next = ready(waiting); !next.isEmpty(); next = next(next, children, waiting)) {
            batches.add(List.copyOf(next));
            waiting.keySet().removeAll(next);
        }
        if (!waiting.isEmpty()) throw new IllegalArgumentException("Built from each other: " + waiting.keySet());
        return batches;
    }

    private static SortedSet<Nvr> ready(Map<Nvr, Integer> waiting) {
        SortedSet<Nvr> ready = new TreeSet<>();
        waiting.forEach((image, count) -> {
            if (count == 0) ready.add(image);
        });
        return ready;
    }

    private static SortedSet<Nvr> next(
            SortedSet<Nvr> done, Map<Nvr, List<Nvr>> children, Map<Nvr, Integer> waiting) {
        SortedSet<Nvr> next = new TreeSet<>();
        for (Nvr parent : done) {
            for (Nvr child : children.getOrDefault(parent, List.of())) {
                if (waiting.merge(child, -1, Integer::sum) == 0) next.add(child);
            }
        }
        return next;
    }
}
