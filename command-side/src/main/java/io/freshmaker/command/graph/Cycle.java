package io.freshmaker.command.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A way from a node back to itself, each made of the next. */
public record Cycle<T extends Comparable<T>>(List<T> way) {
    private static final int SHOWN = 6;

    public Cycle {
        way = List.copyOf(way);
    }

    /** One of the shortest ways from the first node of a knot back to itself. */
    public static <T extends Comparable<T>> Cycle<T> shortest(
            SortedSet<T> knot, Function<T, ? extends Collection<T>> parents) {
        T start = knot.first();
        Map<T, T> childOf = new HashMap<>();
        Deque<T> open = new ArrayDeque<>(List.of(start));
        while (!childOf.containsKey(start)) {
            T child = open.remove();
            for (T parent : new TreeSet<>(parents.apply(child))) {
                if (knot.contains(parent) && childOf.putIfAbsent(parent, child) == null) open.add(parent);
            }
        }
        List<T> way = new ArrayList<>(List.of(start));
        T at = start;
        do {
            at = childOf.getOrDefault(at, start);
            way.addFirst(at);
        } while (!at.equals(start));
        return new Cycle<>(way);
    }

    /** {@code a → b → a}; of a long one the middle is left out. */
    @Override
    public String toString() {
        int leftOut = way.size() - 2 * SHOWN;
        Stream<String> first = way.stream().limit(SHOWN).map(Object::toString);
        Stream<String> middle = leftOut > 0 ? Stream.of("… " + leftOut + " more …") : Stream.of();
        Stream<String> last =
                way.stream().skip(Math.max(SHOWN, way.size() - SHOWN)).map(Object::toString);
        return Stream.of(first, middle, last).flatMap(part -> part).collect(Collectors.joining(" → "));
    }
}
