package io.freshmaker.command.image;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan.Node;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.PublishedImages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which images are rebuilt when somebody names them and a branch (spec §5.5): of each the newest that was built from the branch,
 * and what stands between two of them. Throws {@link io.freshmaker.command.port.Unavailable} when a port does; nothing is
 * remembered from one question to the next.
 */
public record BranchImages(ImageMetadata metadata, PublishedImages published, BuiltImageSource builds) {

    /** An image has hundreds of releases; mostly one of the newest is from the branch. */
    private static final int AT_ONCE = 10;

    /**
     * What was found for a request.
     *
     * @param images by name
     * @param missing names of which none was built from the branch
     */
    public record Choice(String branch, SortedMap<String, Nvr> images, SortedSet<String> missing) {}

    /** Looks from the newest release of each to older ones until one was built from the branch. */
    public Choice choose(Collection<String> names, String branch) {
        Map<String, Deque<Nvr>> releases = published.published(names).stream()
                .sorted(RpmVersions.LOWEST_FIRST.reversed().thenComparing(Comparator.naturalOrder()))
                .collect(groupingBy(Nvr::name, HashMap::new, toCollection(ArrayDeque::new)));
        SortedSet<String> open = new TreeSet<>(names);
        SortedMap<String, Nvr> chosen = new TreeMap<>();
        while (open.stream().anyMatch(name -> !left(releases, name).isEmpty())) {
            Map<String, List<Nvr>> next = new HashMap<>();
            for (String name : open) next.put(name, take(left(releases, name)));
            Map<Nvr, BuiltImage> built =
                    builds.built(next.values().stream().flatMap(List::stream).toList());
            next.forEach((name, candidates) -> candidates.stream()
                    .filter(isFrom(branch, built))
                    .findFirst()
                    .ifPresent(image -> chosen.put(name, image)));
            open.removeAll(chosen.keySet());
        }
        return new Choice(branch, chosen, open);
    }

    /** Each after what it is built from; of what stands between them the highest release. */
    public ImagePlan plan(Choice choice) {
        Set<Nvr> wanted = Set.copyOf(choice.images().values());
        ImageGraph all = Cycles.cut(graph(wanted, choice.branch()));
        ImageGraph unified =
                Replacement.in(all, OneRelease.inGroupsOf(all, true), List.of()).graph();
        return new ImagePlan(nodes(unified, wanted), List.of());
    }

    /** The wanted ones and everything that they are built from, down to base images. */
    private ImageGraph graph(Set<Nvr> wanted, String branch) {
        LookedUp images = new LookedUp(metadata, builds);
        Map<Nvr, ImageRecord> known = new HashMap<>();
        Set<Nvr> generation = new HashSet<>(wanted);
        while (!generation.isEmpty()) {
            images.lookFor(generation);
            Set<Nvr> next = new HashSet<>();
            for (Nvr nvr : generation) images.record(nvr).ifPresent(image -> known.put(nvr, image));
            images.resolve(generation);
            for (Nvr nvr : generation) {
                images.record(nvr)
                        .ifPresent(image -> next.addAll(parents(image, images).all()));
            }
            next.removeAll(known.keySet());
            generation = next;
        }
        return new ImageGraph(known.values().stream()
                .map(image -> node(image, images, known.keySet(), wanted, branch))
                .toList());
    }

    private static ImageNode node(ImageRecord image, LookedUp images, Set<Nvr> known, Set<Nvr> wanted, String branch) {
        BuiltImage built = images.built(image.nvr());
        Parents parents = parents(image, images);
        boolean isWanted = wanted.contains(image.nvr());
        return new ImageNode(
                image,
                built,
                isWanted,
                isWanted, // no other release takes its place
                Reason.of(ReasonCode.REQUESTED, "branch", branch),
                Group.of(image.nvr(), Repositories.of(image, images)),
                parents.all().stream().filter(known::contains).toList(),
                parents.all().stream().filter(parent -> !known.contains(parent)).toList(),
                Flaws.of(image, built, parents.unknownTo(images)).orElse(null));
    }

    /** What is built from none of the wanted ones is not rebuilt: it is as it was. */
    private static List<Node> nodes(ImageGraph graph, Set<Nvr> wanted) {
        Map<Nvr, String> paths = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Nvr image : graph.batches().stream().flatMap(List::stream).toList()) {
            ImageNode node = graph.node(image);
            List<Nvr> rebuilt =
                    node.parents().stream().filter(paths::containsKey).toList();
            boolean isWanted = wanted.contains(image);
            if (!isWanted && rebuilt.isEmpty()) continue;
            String path = isWanted ? image.name() : paths.get(rebuilt.getFirst()) + " → " + image.name();
            paths.put(image, path);
            Reason reason = isWanted ? node.reason() : Reason.of(ReasonCode.PARENT_REBUILT, "path", path);
            List<Nvr> originals = new ArrayList<>(node.parents());
            originals.removeAll(rebuilt);
            originals.addAll(node.originals());
            nodes.add(
                    new Node(node.image(), node.built(), isWanted, reason, rebuilt, originals, Set.of(), node.flaw()));
        }
        return nodes;
    }

    private static Parents parents(ImageRecord image, LookedUp images) {
        return Parents.of(image, images.built(image.nvr()));
    }

    private static Predicate<Nvr> isFrom(String branch, Map<Nvr, BuiltImage> built) {
        return image -> built.containsKey(image)
                && built.get(image).flaw() == null
                && built.get(image).source().branch().equals(branch);
    }

    private static Deque<Nvr> left(Map<String, Deque<Nvr>> releases, String name) {
        return releases.getOrDefault(name, new ArrayDeque<>());
    }

    private static List<Nvr> take(Deque<Nvr> releases) {
        List<Nvr> taken = new ArrayList<>();
        while (taken.size() < AT_ONCE && !releases.isEmpty()) taken.add(releases.removeFirst());
        return taken;
    }
}
