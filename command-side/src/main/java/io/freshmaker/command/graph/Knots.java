package io.freshmaker.command.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds the sets of nodes each of which is reached, by whatever way, from every other of its set and from itself: Tarjan's strongly
 * connected components, without recursion as chains may be long.
 */
public final class Knots<T extends Comparable<T>> {
    private final Function<T, ? extends Collection<T>> parents;
    private final Map<T, Integer> lowest = new HashMap<>();
    private final Map<T, Integer> index = new HashMap<>();
    private final List<T> undecided = new ArrayList<>();
    private final Set<T> onStack = new HashSet<>();
    private final List<Visit<T>> path = new ArrayList<>();
    private final List<SortedSet<T>> knots = new ArrayList<>();

    private Knots(Function<T, ? extends Collection<T>> parents) {
        this.parents = parents;
    }

    /** @param parents all of which are nodes */
    public static <T extends Comparable<T>> List<SortedSet<T>> in(
            Collection<T> nodes, Function<T, ? extends Collection<T>> parents) {
        Knots<T> knots = new Knots<>(parents);
        nodes.forEach(knots::visit);
        return knots.knots;
    }

    private record Visit<T>(T node, Iterator<T> parents) {}

    private void visit(T start) {
        if (index.containsKey(start)) return;
        enter(start);
        while (!path.isEmpty()) {
            Visit<T> visit = path.getLast();
            if (visit.parents.hasNext()) look(visit.node, visit.parents.next());
            else leave(path.removeLast().node);
        }
    }

    private void enter(T node) {
        index.put(node, index.size());
        lowest.put(node, index.size() - 1);
        undecided.add(node);
        onStack.add(node);
        path.add(new Visit<>(node, parents.apply(node).iterator()));
    }

    private void look(T node, T parent) {
        if (!index.containsKey(parent)) enter(parent);
        else if (onStack.contains(parent)) lower(node, index.getOrDefault(parent, 0));
    }

    private void leave(T node) {
        int low = lowest.getOrDefault(node, 0);
        if (!path.isEmpty()) lower(path.getLast().node, low);
        if (low == index.getOrDefault(node, 0)) decide(node);
    }

    private void lower(T node, int to) {
        lowest.merge(node, to, Math::min);
    }

    private void decide(T last) {
        SortedSet<T> together = new TreeSet<>();
        T next;
        do {
            next = undecided.removeLast();
            onStack.remove(next);
            together.add(next);
        } while (!next.equals(last));
        if (together.size() > 1 || parents.apply(last).contains(last)) knots.add(together);
    }
}
