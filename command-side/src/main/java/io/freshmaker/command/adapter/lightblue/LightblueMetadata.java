package io.freshmaker.command.adapter.lightblue;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.metadata.Chunks;
import io.freshmaker.command.metadata.ImageSearch;
import io.freshmaker.command.metadata.ImagesByNvr;
import io.freshmaker.command.metadata.Releases;
import io.freshmaker.command.metadata.SearchableMetadata;
import io.freshmaker.command.metadata.Searches;
import io.freshmaker.command.metadata.ToldImage;
import io.freshmaker.command.outside.Remembered;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.PublishedImages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Image metadata of Lightblue (spec §7.2 and §7.3, S; §9.6). */
public final class LightblueMetadata implements SearchableMetadata, PublishedImages {

    private final LightblueApi lightblue;
    private final LightblueRepositories repositories;
    private final LayerParents parents;
    private final Searches searches;
    private final ImagesByNvr images;
    private final Remembered<Boolean, List<ImageRepository>> knownRepositories;

    LightblueMetadata(
            LightblueApi lightblue, LightblueRepositories repositories, LightblueSettings settings, Clock clock) {
        this.lightblue = lightblue;
        this.repositories = repositories;
        this.parents = new LayerParents(lightblue, clock);
        this.searches = new Searches(
                new Chunks(LightblueApi.SYSTEM, settings.repositoriesAtOnce()), settings.cacheAge(), clock);
        this.images = new ImagesByNvr(LightblueApi.SYSTEM, settings.cacheAge(), settings.cachedImages(), clock);
        this.knownRepositories = new Remembered<>(settings.cacheAge(), 2, clock);
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        return knownRepositories.orAsk(publishedOnly, () -> repositories.find(publishedOnly));
    }

    @Override
    public List<ImageRecord> found(ImageSearch search) {
        return searches.make(
                search,
                chunk -> LayeredImage.readWithoutLayers(
                        lightblue.images(query(search, chunk), Projection.imageWith(search.rpmNames())),
                        search.rpmNames()::contains));
    }

    private static Map<String, Object> query(ImageSearch search, List<ImageRepository> chunk) {
        List<Map<String, Object>> conditions = new ArrayList<>();
        if (search.publishedOnly()) conditions.add(Condition.is("repositories.*.published", true));
        conditions.add(Condition.in("repositories.*.repository", ImageSearch.names(chunk)));
        conditions.add(Condition.in("repositories.*.tags.*.name", ImageSearch.tags(chunk)));
        if (search.contentSets() != null) conditions.add(Condition.in("content_sets.*", search.contentSets()));
        conditions.add(Condition.in("rpm_manifest.*.rpms.*.name", search.rpmNames()));
        return Condition.all(conditions);
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
        return images.get(nvrs, this::asked);
    }

    private List<ImageRecord> asked(List<Nvr> nvrs) {
        List<String> builds = nvrs.stream().map(Nvr::value).toList();
        List<LayeredImage> told = LayeredImage.read(
                lightblue.images(Condition.in("brew.build", builds), Projection.IMAGE_WITH_RPMS), _ -> true);
        return ToldImage.merged(told.stream().map(LayeredImage::told).toList()).stream()
                .map(image -> parents.completed(image, told))
                .toList();
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        Releases releases = new Releases(name, version);
        if (!releases.arePossible()) return List.of();
        Map<String, Object> query = Condition.all(List.of(
                Condition.is("brew.package", name),
                Condition.matches("brew.build", releases.regex()),
                Condition.is("repositories.*.published", true)));
        List<Nvr> highest = releases
                .highest(LayeredImage.readWithoutLayers(
                        lightblue.images(query, Projection.IMAGE_WITHOUT_RPMS), _ -> false))
                .stream()
                .map(ImageRecord::nvr)
                .toList();
        return withNvrs(highest).stream()
                .sorted(Comparator.comparing(image -> highest.indexOf(image.nvr())))
                .toList();
    }

    @Override
    public Set<Nvr> published(Collection<String> names) {
        Set<Nvr> found = new TreeSet<>();
        if (names.isEmpty()) return found;
        Map<String, Object> query = Condition.all(
                List.of(Condition.in("brew.package", names), Condition.is("repositories.*.published", true)));
        ToldImage.merged(LayeredImage.readWithoutLayers(
                        lightblue.images(query, Projection.IMAGE_WITHOUT_RPMS), _ -> false))
                .stream()
                .filter(image ->
                        image.isPublished() && names.contains(image.nvr().name()))
                .forEach(image -> found.add(image.nvr()));
        return found;
    }

    @Override
    public List<ImageRecord> childrenOf(Collection<Nvr> parents) {
        if (parents.isEmpty()) return List.of();
        List<String> builds = parents.stream().map(Nvr::value).toList();
        return ToldImage.merged(LayeredImage.readWithoutLayers(
                lightblue.images(Condition.in("parent_brew_build", builds), Projection.IMAGE_WITHOUT_RPMS),
                _ -> false));
    }
}
