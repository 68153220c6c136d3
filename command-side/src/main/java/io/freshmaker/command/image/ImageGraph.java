package io.freshmaker.command.image;

import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.value.Nvr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Images and what each is built from. Never changes: whoever wants another one makes it of this one. */
record ImageGraph(SortedMap<Nvr, ImageNode> nodes) {
    ImageGraph {
        nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    }

    static ImageGraph of(Collection<ImageNode> nodes) {
        return new ImageGraph(nodes.stream().collect(toMap(ImageNode::nvr, node -> node, (one, _) -> one, TreeMap::new)));
    }

    boolean has(Nvr nvr) {
        return nodes.containsKey(nvr);
    }

    ImageNode node(Nvr nvr) {
        return Objects.requireNonNull(nodes.get(nvr), nvr::value);
    }

    Collection<ImageNode> images() {
        return nodes.values();
    }

    /** What is built from each, in the order of NVRs; nothing for those that nothing is built from. */
    SortedMap<Nvr, List<Nvr>> children() {
        SortedMap<Nvr, List<Nvr>> children = new TreeMap<>();
        for (ImageNode node : images()) {
            node.parents()
                    .forEach(parent -> children.computeIfAbsent(parent, _ -> new ArrayList<>())
                            .add(node.nvr()));
        }
        return children;
    }

    /** Those that can be built together, one generation after the other (spec §7.6). */
    List<List<Nvr>> batches() {
        Map<Nvr, List<Nvr>> parents = new TreeMap<>();
        images().forEach(node -> parents.put(node.nvr(), node.parents()));
        return Batches.of(parents);
    }

    /**
     * The same with other images in the place of some: in this graph, among the added ones, or somewhere outside. What nobody needs any more is
     * left out: it was not found itself, and nothing is built from it.
     */
    ImageGraph replacing(Map<Nvr, Nvr> instead, Collection<ImageNode> added) {
        SortedMap<Nvr, ImageNode> all = new TreeMap<>(nodes);
        added.forEach(node -> all.put(node.nvr(), node));
        instead.forEach((old, other) -> {
            ImageNode standIn = all.get(other);
            if (standIn != null && node(old).directly()) all.put(other, standIn.asFound());
        });
        all.keySet().removeAll(instead.keySet());
        all.replaceAll((_, node) -> rewired(node, instead, all.keySet()));
        return new ImageGraph(all).needed();
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
        SortedSet<Nvr> needed = new TreeSet<>();
        Deque<Nvr> open = new ArrayDeque<>();
        images().stream().filter(ImageNode::directly).map(ImageNode::nvr).forEach(open::add);
        while (!open.isEmpty()) {
            Nvr next = open.remove();
            if (needed.add(next)) open.addAll(node(next).parents());
        }
        return of(needed.stream().map(this::node).toList());
    }
}
