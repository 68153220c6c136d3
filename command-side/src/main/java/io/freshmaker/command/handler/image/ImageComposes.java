package io.freshmaker.command.handler.image;

import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan.Node;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.ImagePackages;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The composes of single images (spec §5.2.2): content sets that the composes of the original build do not have, and the RPMs of
 * an image that is not published, which no content set has. Equal wishes are one compose.
 *
 * @param byImage what each image needs; an image that is not here needs nothing
 */
record ImageComposes(Map<Nvr, List<ComposeRequest>> byImage) {

    static final ImageComposes NONE = new ImageComposes(Map.of());

    /** Asks for the composes of all original builds at once; an image that cannot be built needs nothing. */
    static ImageComposes of(Collection<Node> nodes, AdvisorySystems systems, ImagesSettings settings) {
        List<Node> buildable = nodes.stream()
                .filter(node -> node.flaw() == null && node.built() != null)
                .toList();
        Set<Long> numbers = buildable.stream()
                .flatMap(node -> built(node).composes().stream())
                .collect(Collectors.toSet());
        Map<Long, Compose> originals =
                numbers.isEmpty() ? Map.of() : systems.composes().find(numbers);
        return new ImageComposes(buildable.stream()
                .collect(toMap(node -> node.image().nvr(), node -> composes(node, originals, systems, settings))));
    }

    List<ComposeRequest> of(Node node) {
        return byImage.getOrDefault(node.image().nvr(), List.of());
    }

    private static List<ComposeRequest> composes(
            Node node, Map<Long, Compose> originals, AdvisorySystems systems, ImagesSettings settings) {
        List<ComposeRequest> composes = new ArrayList<>();
        Set<String> sources = sources(built(node), originals);
        List<String> missing = node.contentSets().stream()
                .filter(set -> !sources.contains(set) && settings.mayBeComposed(set))
                .toList();
        if (!missing.isEmpty()) composes.add(ComposeRequest.ofContentSets(missing));
        if (!node.image().isPublished()) ofRpms(node, systems.packages()).ifPresent(composes::add);
        return composes;
    }

    /** What ODCS does not know any more has nothing. */
    private static Set<String> sources(BuiltImage built, Map<Long, Compose> originals) {
        return built.composes().stream()
                .flatMap(number -> Stream.ofNullable(originals.get(number)))
                .flatMap(compose -> Arrays.stream(compose.source().split("\\s+")))
                .collect(Collectors.toSet());
    }

    /** Nothing where nobody knows what is in it. */
    private static Optional<ComposeRequest> ofRpms(Node node, ImagePackages packages) {
        ImageRecord image = node.image();
        SortedSet<Nvr> builds = packages.buildsIn(image.nvr());
        if (builds.isEmpty()) return Optional.empty();
        return Optional.of(ComposeRequest.ofBuilds(
                builds.stream().map(Nvr::value).toList(),
                image.allRpms().stream().map(Rpm::name).toList(),
                built(node).arches()));
    }

    private static BuiltImage built(Node node) {
        return Objects.requireNonNull(node.built());
    }
}
