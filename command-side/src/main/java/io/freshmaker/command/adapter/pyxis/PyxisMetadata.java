package io.freshmaker.command.adapter.pyxis;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Image metadata of Pyxis (spec §7.2, §9.4). Its schema has no filter for what an image contains, so names of RPMs are looked for
 * here; and none for what an image is built from, so that is asked by REST.
 */
public final class PyxisMetadata implements SearchableMetadata, PublishedImages {

    /** As large as the original's, which read one page. */
    private static final int RELEASES_PAGE = 20;
    /** As REST calls them. */
    private static final String IMAGES = "images";

    private static final int PARENTS_AT_ONCE = 50;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+~^-]+");

    private final GraphQl pyxis;
    private final Rest rest;
    private final PyxisSettings settings;
    private final PyxisRepositories repositories;
    private final Searches searches;
    private final ImagesByNvr images;
    private final Remembered<Boolean, List<ImageRepository>> knownRepositories;

    PyxisMetadata(GraphQl pyxis, Rest rest, PyxisRepositories repositories, PyxisSettings settings, Clock clock) {
        this.pyxis = pyxis;
        this.rest = rest;
        this.repositories = repositories;
        this.settings = settings;
        this.searches =
                new Searches(new Chunks(GraphQl.SYSTEM, settings.repositoriesAtOnce()), settings.cacheAge(), clock);
        this.knownRepositories = new Remembered<>(settings.cacheAge(), 2, clock);
        this.images = new ImagesByNvr(GraphQl.SYSTEM, settings.cacheAge(), settings.cachedImages(), clock);
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        return knownRepositories.orAsk(publishedOnly, () -> repositories.find(publishedOnly));
    }

    @Override
    public List<ImageRecord> found(ImageSearch search) {
        return searches.make(search, chunk -> {
            Question question = Question.imagesUncounted(filter(search, chunk));
            return new PyxisImages(question.field())
                    .read(pyxis.all(question, settings.smallPageSize()), search.rpmNames()::contains);
        });
    }

    private static Map<String, Object> filter(ImageSearch search, List<ImageRepository> chunk) {
        List<Map<String, Object>> placed = new ArrayList<>();
        if (search.publishedOnly()) placed.add(Filter.is("published", true));
        placed.add(Filter.in("repository", ImageSearch.names(chunk)));
        placed.add(Filter.anyOf("tags", List.of(Filter.in("name", ImageSearch.tags(chunk)))));
        List<Map<String, Object>> conditions = new ArrayList<>();
        conditions.add(Filter.anyOf("repositories", placed));
        if (search.contentSets() != null) conditions.add(Filter.in("content_sets", search.contentSets()));
        return Filter.all(conditions);
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> wanted) {
        return images.get(wanted, chunk -> {
            Question question = chunk.size() == 1
                    ? Question.image(chunk.getFirst().value())
                    : Question.images(Filter.within("brew", Filter.in("build", builds(chunk))));
            return ToldImage.merged(
                    new PyxisImages(question.field()).read(pyxis.all(question, settings.pageSize()), _ -> true));
        });
    }

    private static List<String> builds(List<Nvr> nvrs) {
        return nvrs.stream().map(Nvr::value).toList();
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        Releases releases = new Releases(name, version);
        if (!releases.arePossible()) return List.of();
        Question question = Question.imagesByDate(Filter.all(List.of(
                Filter.within("brew", Filter.is("package", name)),
                Filter.within("brew", Filter.matches("build", releases.regex())),
                Filter.anyOf("repositories", List.of(Filter.is("published", true))))));
        PyxisImages reader = new PyxisImages(question.field());
        List<JsonNode> newest =
                pyxis.until(question, RELEASES_PAGE, records -> Releases.areMany(reader.read(records, _ -> false)));
        return releases.newest(reader.read(newest, _ -> true));
    }

    @Override
    public Set<Nvr> published(Collection<String> names) {
        Set<Nvr> found = new TreeSet<>();
        List<String> known = names.stream()
                .filter(PLAIN.asMatchPredicate())
                .distinct()
                .sorted()
                .toList();
        if (known.isEmpty()) return found;
        Question question = Question.imagesUncounted(Filter.all(List.of(
                Filter.within("brew", Filter.in("package", known)),
                Filter.anyOf("repositories", List.of(Filter.is("published", true))))));
        ToldImage.merged(new PyxisImages(question.field())
                        .read(pyxis.all(question, settings.smallPageSize()), _ -> false))
                .stream()
                .filter(image ->
                        image.isPublished() && names.contains(image.nvr().name()))
                .forEach(image -> found.add(image.nvr()));
        return found;
    }

    @Override
    public List<ImageRecord> childrenOf(Collection<Nvr> parents) {
        List<String> names = parents.stream()
                .map(Nvr::value)
                .filter(PLAIN.asMatchPredicate())
                .distinct()
                .sorted()
                .toList();
        List<ToldImage> told = new ArrayList<>();
        for (int at = 0; at < names.size(); at += PARENTS_AT_ONCE) {
            List<String> chunk = names.subList(at, Math.min(names.size(), at + PARENTS_AT_ONCE));
            rest.all(IMAGES, "parent_brew_build=in=(\"%s\")".formatted(String.join("\",\"", chunk)))
                    .forEach(image -> new PyxisImages(IMAGES).readWithout(image).ifPresent(told::add));
        }
        return ToldImage.merged(told);
    }
}
