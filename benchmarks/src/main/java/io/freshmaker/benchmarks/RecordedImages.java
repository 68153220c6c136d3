package io.freshmaker.benchmarks;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the systems outside would say about images, in memory: asking costs a look into a map. */
final class RecordedImages implements ImageMetadata, BuiltImageSource {

    private final List<ImageRepository> repositories = new ArrayList<>();
    private final List<ImageRecord> tagged = new ArrayList<>();
    private final Map<Nvr, ImageRecord> records = new HashMap<>();
    private final Map<Nvr, BuiltImage> builds = new HashMap<>();
    private final Map<String, List<ImageRecord>> releases = new HashMap<>();

    /** @param isTagged whether it has the tag of its repository for automatic rebuilds */
    void add(ImageRecord image, List<Nvr> parents, boolean isTagged) {
        Source source = new Source("container/" + image.nvr().name(), "main", "0123456789abcdef", "target");
        records.put(image.nvr(), image);
        builds.put(
                image.nvr(),
                new BuiltImage(
                        image.nvr(), source, parents, parents.isEmpty(), List.of("x86_64"), List.of(), false, null));
        releases.computeIfAbsent(image.nvr().name(), _ -> new ArrayList<>()).add(image);
        if (isTagged) tagged.add(image);
    }

    void add(ImageRepository repository) {
        repositories.add(repository);
    }

    Collection<ImageRecord> records() {
        return records.values();
    }

    List<Nvr> parentsOf(Nvr image) {
        BuiltImage build = builds.get(image);
        return build == null ? List.of() : build.parents();
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        return repositories;
    }

    @Override
    public List<ImageRecord> tagged(
            Collection<ImageRepository> wanted, boolean publishedOnly, Set<String> contentSets, Set<String> rpmNames) {
        return tagged;
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
        return nvrs.stream().filter(records::containsKey).map(records::get).toList();
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        return releases.getOrDefault(name, List.of());
    }

    @Override
    public Map<Nvr, BuiltImage> built(Collection<Nvr> nvrs) {
        Map<Nvr, BuiltImage> built = new HashMap<>();
        for (Nvr nvr : nvrs) {
            BuiltImage build = builds.get(nvr);
            if (build != null) built.put(nvr, build);
        }
        return built;
    }
}
