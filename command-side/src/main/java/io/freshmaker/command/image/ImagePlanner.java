package io.freshmaker.command.image;

import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan.Declined;
import io.freshmaker.command.image.ImagePlan.Node;
import io.freshmaker.command.image.Search.Found;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Chooses the images that are rebuilt for an advisory and puts them in order (spec §5.2.1 and §7.2 to §7.6): what the search
 * finds, what that is built from, one release of each, without what is fixed already. Throws {@link
 * io.freshmaker.command.port.Unavailable} when a port does; nothing is remembered from one question to the next.
 */
public record ImagePlanner(ImageMetadata metadata, BuiltImageSource builds, ImageSettings settings) {

    public ImagePlan plan(ImageQuestion question) {
        Judge judge = Judge.of(question);
        LookedUp images = new LookedUp(metadata, builds);
        Found found = Search.found(metadata, settings, question, judge);
        Ancestry ancestry = new Ancestry(images, judge);
        ImageGraph affected = ancestry.of(found);

        Replacement unified =
                Replacement.in(affected, OneRelease.inGroupsOf(affected, settings.releasedOnly()), List.of());
        Replacement unfixed =
                Replacement.in(unified.graph(), FixedElsewhere.in(unified.graph(), images, judge), List.of());
        Replacement newest = settings.newestBase() ? newest(unfixed.graph(), images, judge) : unfixed;

        List<Declined> declined = new ArrayList<>(left(affected, unified));
        declined.addAll(left(unified.graph(), unfixed));
        if (newest != unfixed) declined.addAll(left(unfixed.graph(), newest));
        declined.addAll(found.declined()); // by itself each has that reason, but something needed it
        declined.addAll(ancestry.hotfixes());
        return new ImagePlan(nodes(affected, newest.graph()), without(newest.graph(), declined));
    }

    private static Replacement newest(ImageGraph graph, LookedUp images, Judge judge) {
        NewestBase newest = NewestBase.of(graph, images, judge);
        return Replacement.in(graph, newest.instead(), newest.added());
    }

    private static List<Node> nodes(ImageGraph affected, ImageGraph rebuilt) {
        Map<Nvr, Set<String>> contentSets = InheritedContentSets.of(affected, rebuilt);
        return rebuilt.batches().stream()
                .flatMap(List::stream)
                .map(rebuilt::node)
                .map(node -> new Node(
                        node.image(),
                        node.built(),
                        node.directly(),
                        node.reason(),
                        node.parents(),
                        node.originals(),
                        contentSets.getOrDefault(node.nvr(), Set.of()),
                        node.flaw()))
                .toList();
    }

    private static List<Declined> left(ImageGraph before, Replacement replacement) {
        return replacement.left().entrySet().stream()
                .map(one -> new Declined(
                        before.node(one.getKey()).image(),
                        before.node(one.getKey()).built(),
                        one.getValue()))
                .toList();
    }

    /** Each once, in the order of NVRs; the first reason counts. */
    private static List<Declined> without(ImageGraph rebuilt, List<Declined> declined) {
        SortedMap<Nvr, Declined> once = declined.stream()
                .filter(one -> !rebuilt.has(one.image().nvr()))
                .collect(toMap(one -> one.image().nvr(), one -> one, (first, _) -> first, TreeMap::new));
        return List.copyOf(once.values());
    }
}
