package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.graph.Cycle;
import io.freshmaker.command.graph.Knots;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;

/** Images and what each is built from. Never changes: whoever wants another one makes it of this one. */
final class ImageGraph {
    private final Map<Nvr, ImageNode> nodes = new LinkedHashMap<>(); // always in the order of NVRs

    ImageGraph(Collection<ImageNode> images) {
        images.stream().sorted(Comparator.comparing(ImageNode::nvr)).forEach(node -> nodes.put(node.nvr(), node));
    }

    boolean has(Nvr nvr) {
        return nodes.containsKey(nvr);
    }

    ImageNode node(Nvr nvr) {
        return Objects.requireNonNull(nodes.get(nvr), nvr::value);
    }

    /** In the order of NVRs. */
    Collection<ImageNode> images() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    /** What is built from each, in the order of NVRs; nothing for those that nothing is built from. */
    Map<Nvr, List<Nvr>> children() {
        Map<Nvr, List<Nvr>> children = new HashMap<>();
        for (ImageNode node : images()) {
            node.parents()
                    .forEach(parent -> children.computeIfAbsent(parent, _ -> new ArrayList<>())
                            .add(node.nvr()));
        }
        return children;
    }

    /** Those that can be built together, one generation after the other (spec §7.6). */
    List<List<Nvr>> batches() {
        Map<Nvr, List<Nvr>> parents = new HashMap<>();
        images().forEach(node -> parents.put(node.nvr(), node.parents()));
        return Batches.of(parents);
    }

    /** Images that are built from each other, in sets. */
    List<SortedSet<Nvr>> knots() {
        return Knots.in(nodes.keySet(), nvr -> node(nvr).parents());
    }

    /** One of the shortest cycles in a knot of this graph: each image is built from the next. */
    Cycle<Nvr> cycleIn(SortedSet<Nvr> knot) {
        return Cycle.shortest(knot, nvr -> node(nvr).parents());
    }

    /**
     * The same with other images in the place of some: in this graph, among the added ones, or somewhere outside. What nobody needs any more is
     * left out: it was not found itself, and nothing is built from it.
     */
    ImageGraph replacing(Map<Nvr, Nvr> instead, Collection<ImageNode> added) {
        Map<Nvr, ImageNode> all = new LinkedHashMap<>(nodes);
        added.forEach(node -> all.put(node.nvr(), node));
        instead.forEach((old, other) -> {
            ImageNode standIn = all.get(other);
            if (standIn != null && node(old).directly()) all.put(other, standIn.asFound());
        });
        all.keySet().removeAll(instead.keySet());
        all.replaceAll((_, node) -> rewired(node, instead, all.keySet()));
        return new ImageGraph(all.values()).needed();
    }

    private static ImageNode rewired(ImageNode node, Map<Nvr, Nvr> instead, Set<Nvr> known) {
        if (node.parents().stream().noneMatch(instead::containsKey)) return node;
        List<Nvr> parents = node.parents().stream()
                .map(parent -> instead.getOrDefault(parent, parent))
                .distinct()
                .toList();
        List<Nvr> originals = new ArrayList<>(parents);
        originals.removeIf(known::contains);
        originals.addAll(node.originals());
        return node.builtFrom(
                parents.stream().filter(known::contains).toList(),
                originals.stream().distinct().toList());
    }

    private ImageGraph needed() {
        Set<Nvr> needed = new HashSet<>();
        Deque<Nvr> open = new ArrayDeque<>();
        images().stream().filter(ImageNode::directly).map(ImageNode::nvr).forEach(open::add);
        while (!open.isEmpty()) {
            Nvr next = open.remove();
            if (needed.add(next)) open.addAll(node(next).parents());
        }
        return new ImageGraph(
                images().stream().filter(node -> needed.contains(node.nvr())).toList());
    }
}
