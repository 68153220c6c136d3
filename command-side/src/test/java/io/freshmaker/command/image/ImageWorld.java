package io.freshmaker.command.image;

import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Images, where they lie and how they were built, in memory; notes every question. Answers come in an order that depends on a
 * seed, so that nobody can rely on one.
 */
final class ImageWorld implements ImageMetadata, BuiltImageSource {
    private final Map<Nvr, ImageRecord> records = new TreeMap<>();
    private final Map<Nvr, BuiltImage> builds = new TreeMap<>();
    private final List<ImageRepository> repositories = new ArrayList<>();
    private final List<Nvr> lookedUp = new ArrayList<>();
    private final List<Nvr> resolved = new ArrayList<>();
    private final List<String> releasesAsked = new ArrayList<>();
    private Random order = new Random(1);

    ImageWorld with(ImageRepository repository) {
        repositories.add(repository);
        return this;
    }

    /** Known, and built from these, the image of the last stage first. */
    ImageWorld with(ImageRecord image, String... parents) {
        records.put(image.nvr(), image);
        List<Nvr> from = List.of(parents).stream().map(Nvr::new).toList();
        Source source = new Source("container/" + image.nvr().name(), "main", "0123456789abcdef", "target");
        return with(
                new BuiltImage(image.nvr(), source, from, from.isEmpty(), List.of("x86_64"), List.of(), false, null));
    }

    ImageWorld with(BuiltImage build) {
        builds.put(build.nvr(), build);
        return this;
    }

    /** Known, but nobody knows how it was built. */
    ImageWorld unbuilt(ImageRecord image) {
        records.put(image.nvr(), image);
        builds.remove(image.nvr());
        return this;
    }

    ImageWorld answersInTheOrderOf(long seed) {
        order = new Random(seed);
        return this;
    }

    List<Nvr> lookedUp() {
        return lookedUp;
    }

    List<Nvr> resolved() {
        return resolved;
    }

    List<String> releasesAsked() {
        return releasesAsked;
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        return shuffled(repositories.stream()
                .filter(repository -> repository.published() || !publishedOnly)
                .toList());
    }

    /** As the port says, with two liberties: images whose content nobody knows come too, and the tag is not looked at. */
    @Override
    public List<ImageRecord> tagged(
            Collection<ImageRepository> wanted, boolean publishedOnly, Set<String> contentSets, Set<String> rpmNames) {
        Set<String> names = new HashSet<>();
        wanted.forEach(repository -> names.add(repository.name()));
        return shuffled(records.values().stream()
                .filter(image -> image.repositories().stream().anyMatch(at -> names.contains(at.repository())))
                .filter(image -> image.rpms() == null
                        || image.allRpms().stream().map(Rpm::name).anyMatch(rpmNames::contains))
                .toList());
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
        lookedUp.addAll(nvrs);
        return shuffled(known(nvrs, records));
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        releasesAsked.add(name + "-" + version);
        return shuffled(records.values().stream()
                .filter(ImageRecord::isPublished)
                .filter(image ->
                        image.nvr().name().equals(name) && image.nvr().version().equals(version))
                .toList());
    }

    @Override
    public Map<Nvr, BuiltImage> built(Collection<Nvr> nvrs) {
        resolved.addAll(nvrs);
        return known(nvrs, builds).stream().collect(toMap(BuiltImage::nvr, build -> build));
    }

    private static <T> List<T> known(Collection<Nvr> nvrs, Map<Nvr, T> all) {
        return nvrs.stream()
                .flatMap(nvr -> Optional.ofNullable(all.get(nvr)).stream())
                .toList();
    }

    private <T> List<T> shuffled(List<T> answer) {
        List<T> shuffled = new ArrayList<>(answer);
        Collections.shuffle(shuffled, order);
        return shuffled;
    }
}
