package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Images that are built from each other, as only wrong or rewritten data say (spec §7.8). */
final class Cycles {
    private static final int SHOWN = 6;

    private Cycles() {}

    /** The same graph, in which none of those waits for another: each has a flaw that names a cycle. */
    static ImageGraph cut(ImageGraph graph) {
        List<SortedSet<Nvr>> knots = Knots.in(graph);
        if (knots.isEmpty()) return graph;
        Map<Nvr, ImageNode> nodes = new HashMap<>();
        graph.images().forEach(node -> nodes.put(node.nvr(), node));
        for (SortedSet<Nvr> knot : knots) {
            Reason flaw = Reason.of(ReasonCode.PLAN_HAS_CYCLE, "cycle", text(shortest(graph, knot)));
            knot.forEach(nvr -> nodes.put(nvr, without(graph.node(nvr), knot).flawed(flaw)));
        }
        return new ImageGraph(nodes.values());
    }

    private static ImageNode without(ImageNode node, Set<Nvr> knot) {
        List<Nvr> originals = new ArrayList<>(node.parents());
        originals.retainAll(knot);
        originals.addAll(node.originals());
        return node.builtFrom(
                node.parents().stream().filter(parent -> !knot.contains(parent)).toList(), originals);
    }

    /** One of the shortest ways from the first image of a knot back to itself. */
    private static List<Nvr> shortest(ImageGraph graph, SortedSet<Nvr> knot) {
        Nvr start = knot.first();
        Map<Nvr, Nvr> childOf = new HashMap<>();
        Deque<Nvr> open = new ArrayDeque<>(List.of(start));
        while (!childOf.containsKey(start)) {
            Nvr child = open.remove();
            for (Nvr parent : new TreeSet<>(graph.node(child).parents())) {
                if (knot.contains(parent) && childOf.putIfAbsent(parent, child) == null) open.add(parent);
            }
        }
        List<Nvr> cycle = new ArrayList<>(List.of(start));
        Nvr at = start;
        do {
            at = childOf.getOrDefault(at, start);
            cycle.addFirst(at);
        } while (!at.equals(start));
        return cycle;
    }

    /** {@code a-1-1 → b-1-1 → a-1-1}, each built from the next; of a long one the middle is left out. */
    private static String text(List<Nvr> cycle) {
        Stream<Nvr> first = cycle.stream().limit(SHOWN);
        Stream<Nvr> last = cycle.stream().skip(Math.max(SHOWN, cycle.size() - SHOWN));
        int leftOut = cycle.size() - 2 * SHOWN;
        Stream<String> middle = leftOut > 0 ? Stream.of("… " + leftOut + " more …") : Stream.of();
        return Stream.of(first.map(Nvr::value), middle, last.map(Nvr::value))
                .flatMap(part -> part)
                .collect(Collectors.joining(" → "));
    }
}
