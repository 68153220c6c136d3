package io.freshmaker.benchmarks;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The least that a plan takes: each RPM of each image looked for among those seen, and the images put after what they are built from. */
final class BareTree {

    private final RecordedImages images;

    BareTree(RecordedImages images) {
        this.images = images;
    }

    /** How many images stand in order, which are all. */
    int sorted() {
        Set<Rpm> seen = new HashSet<>();
        Map<Nvr, List<Nvr>> children = new HashMap<>();
        Map<Nvr, Integer> waiting = new HashMap<>();
        Deque<Nvr> ready = new ArrayDeque<>();
        for (ImageRecord image : images.records()) {
            if (image.rpms() != null) image.rpms().values().forEach(seen::addAll);
            List<Nvr> parents = images.parentsOf(image.nvr());
            parents.forEach(parent ->
                    children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(image.nvr()));
            waiting.put(image.nvr(), parents.size());
            if (parents.isEmpty()) ready.add(image.nvr());
        }
        int sorted = 0;
        for (; !ready.isEmpty(); sorted++) {
            for (Nvr child : children.getOrDefault(ready.remove(), List.of())) {
                if (waiting.merge(child, -1, Integer::sum) == 0) ready.add(child);
            }
        }
        return seen.isEmpty() ? 0 : sorted;
    }
}
