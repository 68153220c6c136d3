package io.freshmaker.command.image;

import static java.util.stream.Collectors.groupingBy;

import io.freshmaker.api.value.Nvr;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each image gets RPMs from: its own content sets; else those of the highest lower release in its group that has some; else
 * those of the first image that is built from it (spec §7.1, 3, and §7.4).
 */
final class InheritedContentSets {
    private InheritedContentSets() {}

    /**
     * @param all with releases that others took the place of
     * @param rebuilt the images that are asked about
     */
    static Map<Nvr, Set<String>> of(ImageGraph all, ImageGraph rebuilt) {
        Map<Group, List<ImageNode>> good = all.images().stream()
                .filter(node -> !node.image().contentSets().isEmpty())
                .collect(groupingBy(ImageNode::group));
        Map<Nvr, Set<String>> sets = new HashMap<>();
        Map<Nvr, List<Nvr>> children = rebuilt.children();
        for (List<Nvr> batch : rebuilt.batches().reversed()) {
            for (Nvr image : batch) {
                ImageNode node = rebuilt.node(image);
                Set<String> own = ownOrLower(node, good.getOrDefault(node.group(), List.of()));
                sets.put(image, own.isEmpty() ? first(children.getOrDefault(image, List.of()), sets) : own);
            }
        }
        return sets;
    }

    private static Set<String> ownOrLower(ImageNode node, List<ImageNode> good) {
        if (!node.image().contentSets().isEmpty()) return node.image().contentSets();
        return good.stream()
                .filter(other -> other.isLowerThan(node.nvr()))
                .max(Comparator.comparing(ImageNode::nvr, RpmVersions.LOWEST_FIRST))
                .<Set<String>>map(other -> other.image().contentSets())
                .orElse(Set.of());
    }

    private static Set<String> first(List<Nvr> children, Map<Nvr, Set<String>> sets) {
        return children.stream()
                .map(child -> sets.getOrDefault(child, Set.of()))
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }
}
