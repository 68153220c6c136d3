package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.github.nscuro.versatile.VersionFactory;
import io.github.nscuro.versatile.version.KnownVersioningSchemes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Image metadata in memory, for tests: looks through everything at every question. */
public final class FakeImageMetadata implements ImageMetadata, PublishedImages {

    public static final String REGISTRY = "registry.example.com";

    private static final Set<String> CATEGORIES = Set.of("Generally Available", "Tech Preview", "Beta");
    private static final int RELEASES = 20;

    private final List<ImageRepository> repositories = new ArrayList<>();
    private final SortedMap<Nvr, ImageRecord> images = new TreeMap<>();

    /** A published one that is generally available. */
    public static ImageRepository repository(String name, String... autoRebuildTags) {
        return new ImageRepository(REGISTRY, name, true, Set.of("Generally Available"), Set.of(autoRebuildTags));
    }

    public static Placement published(String repository, String... tags) {
        return new Placement(REGISTRY, repository, true, Set.of(tags));
    }

    public static Placement unpublished(String repository, String... tags) {
        return new Placement(REGISTRY, repository, false, Set.of(tags));
    }

    /** Of x86_64, in one content set. */
    public static ImageRecord image(String nvr, @Nullable String parent, Placement place, String... rpms) {
        return new ImageRecord(
                new Nvr(nvr),
                List.of(place),
                new TreeSet<>(Set.of("basic-rpms")),
                parent == null ? null : new Nvr(parent),
                Map.of("com.redhat.component", new Nvr(nvr).name()),
                new TreeMap<>(
                        Map.of("x86_64", Arrays.stream(rpms).map(Rpm::parse).toList())));
    }

    public FakeImageMetadata with(ImageRepository repository) {
        repositories.add(repository);
        return this;
    }

    public FakeImageMetadata with(ImageRecord image) {
        images.merge(image.nvr(), image, ImageRecord::mergedWith);
        return this;
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        return repositories.stream()
                .filter(one -> !one.autoRebuildTags().isEmpty())
                .filter(one -> !publishedOnly
                        || (one.published() && one.categories().stream().anyMatch(CATEGORIES::contains)))
                .toList();
    }

    @Override
    public List<ImageRecord> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames) {
        return images.values().stream()
                .filter(image -> repositories.stream().anyMatch(one -> isIn(image, one, publishedOnly)))
                .filter(image -> image.contentSets().stream().anyMatch(contentSets::contains))
                .filter(image -> image.allRpms().stream().anyMatch(rpm -> rpmNames.contains(rpm.name())))
                .toList();
    }

    private static boolean isIn(ImageRecord image, ImageRepository repository, boolean publishedOnly) {
        return image.repositories().stream()
                .filter(place -> place.repository().equals(repository.name()))
                .filter(place -> place.published() || !publishedOnly)
                .anyMatch(place -> place.tags().stream().anyMatch(repository.autoRebuildTags()::contains));
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
        return images.values().stream()
                .filter(image -> nvrs.contains(image.nvr()))
                .toList();
    }

    @Override
    public Set<Nvr> published(Collection<String> names) {
        return images.values().stream()
                .filter(image ->
                        image.isPublished() && names.contains(image.nvr().name()))
                .map(ImageRecord::nvr)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        List<ImageRecord> all = images.values().stream()
                .filter(ImageRecord::isPublished)
                .filter(image ->
                        image.nvr().name().equals(name) && image.nvr().version().equals(version))
                .sorted(Comparator.comparing(image -> VersionFactory.forScheme(
                        KnownVersioningSchemes.SCHEME_RPM,
                        image.nvr().version() + "-" + image.nvr().release())))
                .toList();
        return all.subList(Math.max(0, all.size() - RELEASES), all.size());
    }
}
