package io.freshmaker.command.adapter.catalogfile;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownPackage;
import io.freshmaker.command.port.Modules;
import io.freshmaker.command.port.Packages;
import io.freshmaker.command.port.PublishedImages;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.Updates;
import io.freshmaker.command.yaml.Mistake;
import io.freshmaker.command.yaml.RereadFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Answers from a YAML file what PDC, Lightblue, Pyxis and Koji are asked elsewhere (contract §5). Never unavailable: a file that
 * breaks later leaves the last good one in force.
 */
public final class CatalogFile
        implements Images, Modules, Packages, Updates, ImageMetadata, BuiltImageSource, PublishedImages {
    private static final int MOST_RELEASES = 20;

    private final RereadFile<Catalog> file;

    /** @throws Mistake when the file has a mistake now */
    public CatalogFile(Path path) {
        this.file = new RereadFile<>(path, CatalogReader::read);
    }

    @Override
    public List<KnownImage> containing(Collection<String> rpmNames) {
        return file.content().imagesWith(rpmNames);
    }

    @Override
    public List<KnownImage> builtFrom(Collection<Nvr> parents) {
        return file.content().imagesFrom(parents);
    }

    @Override
    public List<KnownImage> withModule(String name, String stream) {
        return file.content().imagesWithModule(name, stream);
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        SortedMap<String, Boolean> published = new TreeMap<>();
        file.content()
                .images()
                .forEach(image -> published.merge(image.source().repository(), image.published(), Boolean::logicalOr));
        return published.entrySet().stream()
                .filter(one -> one.getValue() || !publishedOnly)
                .map(one -> CatalogImages.repository(one.getKey(), one.getValue()))
                .toList();
    }

    @Override
    public List<ImageRecord> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames) {
        Set<String> names = repositories.stream().map(ImageRepository::name).collect(Collectors.toSet());
        return file.content().imagesWith(rpmNames).stream()
                .filter(image -> names.contains(image.source().repository()))
                .filter(image -> image.published() || !publishedOnly)
                .map(image -> CatalogImages.record(image, new TreeSet<>(contentSets)))
                .toList();
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
        return file.content().images(nvrs).stream()
                .map(image -> CatalogImages.record(image, new TreeSet<>()))
                .toList();
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        List<ImageRecord> releases = file.content().images().stream()
                .filter(image -> image.published()
                        && image.nvr().name().equals(name)
                        && image.nvr().version().equals(version))
                .map(image -> CatalogImages.record(image, new TreeSet<>()))
                .toList();
        return releases.subList(Math.max(0, releases.size() - MOST_RELEASES), releases.size());
    }

    @Override
    public Set<Nvr> published(Collection<String> names) {
        return file.content().images().stream()
                .filter(image -> image.published() && names.contains(image.nvr().name()))
                .map(KnownImage::nvr)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Map<Nvr, BuiltImage> built(Collection<Nvr> nvrs) {
        return file.content().images(nvrs).stream()
                .map(CatalogImages::built)
                .collect(Collectors.toMap(BuiltImage::nvr, image -> image));
    }

    @Override
    public List<KnownModule> containing(String rpm, String branch) {
        return file.content().modulesWith(rpm, branch);
    }

    @Override
    public List<KnownModule> builtWith(String name, String stream) {
        return file.content().modulesBuiltWith(name, stream);
    }

    @Override
    public List<KnownPackage> builtWith(Collection<String> names, String branch) {
        return file.content().packagesBuiltWith(names, branch);
    }

    @Override
    public List<Rpm> rpmsOf(String build) {
        return file.content().rpmsOf(build);
    }
}
