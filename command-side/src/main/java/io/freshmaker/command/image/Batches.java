package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Nvr, Integer> waiting = new HashMap<>();
        parents.forEach((image, from) -> {
            List<Nvr> counted =
                    from.stream().filter(parents::containsKey).distinct().toList();
            counted.forEach(parent ->
                    children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(image));
            waiting.put(image, counted.size());
        });
        List<List<Nvr>> batches = new ArrayList<>();
        for (List<Nvr> next = ready(waiting); !next.isEmpty(); next = next(next, children, waiting)) {
            batches.add(next);
            next.forEach(waiting::remove);
        }
        if (!waiting.isEmpty()) {
            throw new IllegalArgumentException("Built from each other: " + new TreeSet<>(waiting.keySet()));
        }
        return batches;
    }

    private static List<Nvr> ready(Map<Nvr, Integer> waiting) {
        return waiting.entrySet().stream()
                .filter(image -> image.getValue() == 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static List<Nvr> next(List<Nvr> done, Map<Nvr, List<Nvr>> children, Map<Nvr, Integer> waiting) {
        List<Nvr> next = new ArrayList<>();
        for (Nvr parent : done) {
            for (Nvr child : children.getOrDefault(parent, List.of())) {
                if (waiting.merge(child, -1, Integer::sum) == 0) next.add(child);
            }
        }
        return next.stream().sorted().toList();
    }
}
