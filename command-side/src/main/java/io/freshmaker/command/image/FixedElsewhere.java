package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parents that need no rebuild, because a published release of them has the fix already (spec §7.5). Only those that the search
 * did not find, nor anything that they are built from: what is found is rebuilt anyway.
 */
final class FixedElsewhere {
    private final ImageGraph graph;
    private final LookedUp images;
    private final ImageQuestion question;
    private final AdvisoryRpms rpms;
    private final Set<Nvr> dependencies = new HashSet<>();
    private final Map<Nvr, Nvr> fixed = new HashMap<>();

    private FixedElsewhere(ImageGraph graph, LookedUp images, Judge judge) {
        this.graph = graph;
        this.images = images;
        this.question = judge.question();
        this.rpms = judge.rpms();
    }

    /** Which published release takes the place of which image. Nothing is asked about what such an image is built from. */
    static Map<Nvr, Nvr> in(ImageGraph graph, LookedUp images, Judge judge) {
        FixedElsewhere search = new FixedElsewhere(graph, images, judge);
        search.walk();
        return search.fixed;
    }

    private void walk() {
        for (List<Nvr> batch : graph.batches()) batch.forEach(this::noteDependency);
        Set<Nvr> seen = new HashSet<>();
        Deque<Nvr> open = new ArrayDeque<>();
        graph.images().stream().filter(ImageNode::directly).map(ImageNode::nvr).forEach(open::add);
        while (!open.isEmpty()) {
            Nvr next = open.remove();
            if (seen.add(next) && !isFixed(next)) open.addAll(graph.node(next).parents());
        }
    }

    /** Its parents were looked at before. */
    private void noteDependency(Nvr image) {
        ImageNode node = graph.node(image);
        if (!node.directly() && dependencies.containsAll(node.parents())) dependencies.add(image);
    }

    private boolean isFixed(Nvr image) {
        if (!dependencies.contains(image)) return false;
        Optional<Nvr> release = fixedRelease(graph.node(image));
        release.ifPresent(other -> fixed.put(image, other));
        return release.isPresent();
    }

    /** The highest release and no other: an older one with this fix may lack others. Never lower than what is in use. */
    private Optional<Nvr> fixedRelease(ImageNode node) {
        Set<String> names = rpms.namesIn(node.image());
        if (names.isEmpty()) return Optional.empty(); // nobody knows what it contains
        return images.releasesOf(node.nvr()).stream()
                .filter(release -> release.contentSets().stream().anyMatch(question.contentSets()::contains))
                .reduce((_, higher) -> higher)
                .filter(release -> liesWhere(node, release))
                .filter(release -> rpms.areFixedIn(release, names))
                .map(ImageRecord::nvr)
                .filter(node::isLowerThan);
    }

    private static boolean liesWhere(ImageNode node, ImageRecord release) {
        return Repositories.namesOf(release).containsAll(node.group().repositories());
    }
}
