package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Images that are built from each other, as only wrong or rewritten data say (spec §7.8). */
final class Cycles {
    private Cycles() {}

    /** The same graph, in which none of those waits for another: each has a flaw that names a cycle. */
    static ImageGraph cut(ImageGraph graph) {
        List<SortedSet<Nvr>> knots = graph.knots();
        if (knots.isEmpty()) return graph;
        Map<Nvr, ImageNode> nodes = new HashMap<>();
        graph.images().forEach(node -> nodes.put(node.nvr(), node));
        for (SortedSet<Nvr> knot : knots) {
            Reason flaw = Reason.of(
                    ReasonCode.PLAN_HAS_CYCLE, "cycle", graph.cycleIn(knot).toString());
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
}
