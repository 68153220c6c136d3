package io.freshmaker.command.handler.rpm;

import io.freshmaker.command.graph.Cycle;
import io.freshmaker.command.graph.Knots;
import io.freshmaker.command.port.KnownPackage;
import io.freshmaker.command.port.Packages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Some packages, all that is built with them by whatever way, and which of those are built with each other. */
final class PackageGraph {
    private final SortedMap<String, List<KnownPackage>> dependents = new TreeMap<>();
    private final Map<String, String> cycles = new HashMap<>();

    private PackageGraph(Set<String> names, Collection<KnownPackage> known) {
        names.forEach(name -> dependents.put(name, new ArrayList<>()));
        for (KnownPackage one : known) {
            one.buildRequires().stream()
                    .filter(required -> names.contains(required) && !required.equals(one.name()))
                    .forEach(required ->
                            dependents.getOrDefault(required, List.of()).add(one));
        }
        for (SortedSet<String> knot : Knots.in(names, this::namesBuiltWith)) {
            String cycle = Cycle.shortest(knot, this::namesBuiltWith).toString();
            knot.forEach(name -> cycles.put(name, cycle));
        }
    }

    /** Asks for one generation after the other, and for no package twice: it ends, whatever is built with what. */
    static PackageGraph above(Collection<String> causes, String branch, Packages packages) {
        Set<String> names = new TreeSet<>();
        SortedMap<String, KnownPackage> known = new TreeMap<>();
        Set<String> generation = new TreeSet<>(causes);
        while (names.addAll(generation)) {
            Set<String> next = new TreeSet<>();
            for (KnownPackage one : packages.builtWith(generation, branch)) {
                known.put(one.name(), one);
                if (!names.contains(one.name())) next.add(one.name());
            }
            generation = next;
        }
        return new PackageGraph(names, known.values());
    }

    /** Built directly with this one, in the order of their names; not itself, though it may be built with an earlier build of itself. */
    List<KnownPackage> builtWith(String name) {
        return List.copyOf(dependents.getOrDefault(name, List.of()));
    }

    /** {@code a → b → a}, each built with the one before it; empty for a package that is not, by whatever way, built with itself. */
    Optional<String> cycleOf(String name) {
        return Optional.ofNullable(cycles.get(name));
    }

    private List<String> namesBuiltWith(String name) {
        return builtWith(name).stream().map(KnownPackage::name).toList();
    }
}
