package io.freshmaker.command.image;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.ImageRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The repositories that images are rebuilt in, and the tags which say of which image (spec §7.2, 1 and 2). A tag counts in its own
 * repository only, and not in a registry that builds are pushed to.
 */
public final class AutoRebuildTags {
    private static final Comparator<ImageRepository> ORDER =
            Comparator.comparing(ImageRepository::name).thenComparing(ImageRepository::registry);
    private static final Comparator<Placement> BY_PLACE =
            Comparator.comparing(Placement::repository).thenComparing(Placement::registry);

    private final List<ImageRepository> repositories;
    private final Map<String, List<ImageRepository>> byName;
    private final Set<String> buildRegistries;
    private final boolean publishedOnly;

    public AutoRebuildTags(List<ImageRepository> repositories, Set<String> buildRegistries, boolean publishedOnly) {
        this.repositories = repositories.stream()
                .filter(repository -> !repository.autoRebuildTags().isEmpty())
                .sorted(ORDER)
                .toList();
        this.byName = this.repositories.stream().collect(groupingBy(ImageRepository::name, toList()));
        this.buildRegistries = buildRegistries;
        this.publishedOnly = publishedOnly;
    }

    /** Those that have such tags. */
    List<ImageRepository> repositories() {
        return repositories;
    }

    /** The repository whose tag the image has; of several always the same one. */
    public Optional<ImageRepository> of(ImageRecord image) {
        return image.repositories().stream()
                .filter(placement -> !buildRegistries.contains(placement.registry()))
                .sorted(BY_PLACE)
                .flatMap(placement -> named(placement).filter(repository -> counts(placement, repository)).stream())
                .findFirst();
    }

    /** {@link ReasonCode#NO_AUTO_REBUILD_TAG} of an image that has none of them. */
    public Reason missing(ImageRecord image) {
        Optional<ImageRepository> repository = image.repositories().stream()
                .sorted(Comparator.comparing((Placement at) -> buildRegistries.contains(at.registry()))
                        .thenComparing(BY_PLACE))
                .flatMap(placement -> named(placement).stream())
                .findFirst();
        return new Reason(
                ReasonCode.NO_AUTO_REBUILD_TAG,
                Map.of(
                        "repository",
                        repository.map(ImageRepository::name).orElse(""),
                        "tags",
                        repository
                                .map(it -> String.join(", ", new TreeSet<>(it.autoRebuildTags())))
                                .orElse("")));
    }

    /** The one in that registry, else the first of that name: registries are called differently here and there. */
    private Optional<ImageRepository> named(Placement placement) {
        List<ImageRepository> same = byName.getOrDefault(placement.repository(), List.of());
        return same.stream()
                .filter(repository -> repository.registry().equals(placement.registry()))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    /** An unpublished repository is among published ones only because settings name it as an exception. */
    private boolean counts(Placement placement, ImageRepository repository) {
        boolean visible = !publishedOnly || placement.published() || !repository.published();
        return visible && placement.tags().stream().anyMatch(repository.autoRebuildTags()::contains);
    }
}
