package io.freshmaker.command.image;

import static java.util.stream.Collectors.groupingBy;

import io.freshmaker.api.value.Nvr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Of each group of releases one is rebuilt, and everything that is built from another one is built from it (spec §7.4): the latest
 * released one; where none is, the highest. What is newer than the released one stays, the highest of those, unless only
 * released ones are wanted.
 */
final class OneRelease {
    private OneRelease() {}

    /**
     * Which release takes the place of which. A release does not when it would have to be built before itself, because it is built from an older one.
     *
     * @param releasedOnly whether what is newer than the released one is replaced, too
     */
    static Map<Nvr, Nvr> inGroupsOf(ImageGraph graph, boolean releasedOnly) {
        Map<Nvr, Nvr> instead = new HashMap<>();
        graph.images().stream()
                .collect(groupingBy(ImageNode::group))
                .values()
                .forEach(group -> choose(group, releasedOnly, instead));
        Set<Nvr> knotted = knotted(graph, instead);
        while (!knotted.isEmpty()) {
            instead.keySet().removeAll(knotted);
            knotted = knotted(graph, instead);
        }
        return instead;
    }

    private static void choose(List<ImageNode> group, boolean releasedOnly, Map<Nvr, Nvr> instead) {
        if (group.size() == 1) return;
        Nvr highest = highest(group, _ -> true);
        boolean anyReleased = group.stream().anyMatch(ImageNode::released);
        Nvr target = anyReleased ? highest(group, ImageNode::released) : highest;
        for (ImageNode node : group) {
            boolean newer = !releasedOnly && RpmVersions.LOWEST_FIRST.compare(target, node.nvr()) < 0;
            Nvr chosen = newer ? highest : target;
            if (!chosen.equals(node.nvr())) instead.put(node.nvr(), chosen);
        }
    }

    private static Nvr highest(List<ImageNode> group, Predicate<ImageNode> wanted) {
        return group.stream()
                .filter(wanted)
                .map(ImageNode::nvr)
                .max(RpmVersions.LOWEST_FIRST)
                .orElseThrow();
    }

    /** Whose replacement would be built before itself: the graph as it is has none of that, so each cycle has some of them. */
    private static Set<Nvr> knotted(ImageGraph graph, Map<Nvr, Nvr> instead) {
        Set<Nvr> knotted = new HashSet<>();
        if (instead.isEmpty()) return knotted;
        for (Set<Nvr> knot : graph.replacing(instead, List.of()).knots()) {
            knot.stream()
                    .flatMap(image -> graph.node(image).parents().stream())
                    .filter(parent -> instead.containsKey(parent) && knot.contains(instead.get(parent)))
                    .forEach(knotted::add);
        }
        return knotted;
    }
}
