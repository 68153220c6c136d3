package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the sets of images each of which is built, by whatever way, from every other of its set and from itself: Tarjan's strongly
 * connected components, without recursion as chains may be long.
 */
final class Knots {
    private final ImageGraph graph;
    private final Map<Nvr, Integer> lowest = new HashMap<>();
    private final Map<Nvr, Integer> index = new HashMap<>();
    private final List<Nvr> undecided = new ArrayList<>();
    private final Set<Nvr> onStack = new HashSet<>();
    private final List<Visit> path = new ArrayList<>();
    private final List<SortedSet<Nvr>> knots = new ArrayList<>();

    private Knots(ImageGraph graph) {
        this.graph = graph;
    }

    static List<SortedSet<Nvr>> in(ImageGraph graph) {
        Knots knots = new Knots(graph);
        graph.images().forEach(node -> knots.visit(node.nvr()));
        return knots.knots;
    }

    private record Visit(Nvr image, Iterator<Nvr> parents) {}

    private void visit(Nvr start) {
        if (index.containsKey(start)) return;
        enter(start);
        while (!path.isEmpty()) {
            Visit visit = path.getLast();
            if (visit.parents.hasNext()) look(visit.image, visit.parents.next());
            else leave(path.removeLast().image);
        }
    }

    private void enter(Nvr image) {
        index.put(image, index.size());
        lowest.put(image, index.size() - 1);
        undecided.add(image);
        onStack.add(image);
        path.add(new Visit(image, graph.node(image).parents().iterator()));
    }

    private void look(Nvr image, Nvr parent) {
        if (!index.containsKey(parent)) enter(parent);
        else if (onStack.contains(parent)) lower(image, index.getOrDefault(parent, 0));
    }

    private void leave(Nvr image) {
        int low = lowest.getOrDefault(image, 0);
        if (!path.isEmpty()) lower(path.getLast().image, low);
        if (low == index.getOrDefault(image, 0)) decide(image);
    }

    private void lower(Nvr image, int to) {
        lowest.merge(image, to, Math::min);
    }

    private void decide(Nvr last) {
        SortedSet<Nvr> together = new TreeSet<>();
        Nvr next;
        do {
            next = undecided.removeLast();
            onStack.remove(next);
            together.add(next);
        } while (!next.equals(last));
        if (together.size() > 1 || graph.node(last).parents().contains(last)) knots.add(together);
    }
}
