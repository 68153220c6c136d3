package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What ports said about images while one question is answered: nothing is asked twice, and many are asked about together. */
final class LookedUp {
    private final ImageMetadata metadata;
    private final BuiltImageSource builds;
    private final Map<Nvr, ImageRecord> records = new HashMap<>();
    private final Map<Nvr, BuiltImage> built = new HashMap<>();
    private final Map<List<String>, List<ImageRecord>> releases = new HashMap<>();
    private final Set<Nvr> lookedFor = new HashSet<>();
    private final Set<Nvr> resolved = new HashSet<>();

    LookedUp(ImageMetadata metadata, BuiltImageSource builds) {
        this.metadata = metadata;
        this.builds = builds;
    }

    /** It came with another answer. */
    void learn(ImageRecord image) {
        records.putIfAbsent(image.nvr(), image);
        lookedFor.add(image.nvr());
    }

    /** Asks for those that are new. */
    void lookFor(Collection<Nvr> images) {
        SortedSet<Nvr> unknown = new TreeSet<>(images);
        unknown.removeIf(image -> !lookedFor.add(image));
        if (!unknown.isEmpty()) metadata.withNvrs(unknown).forEach(this::learn);
    }

    /** How those that are new were built. */
    void resolve(Collection<Nvr> images) {
        SortedSet<Nvr> unknown = new TreeSet<>(images);
        unknown.removeIf(image -> !resolved.add(image));
        if (!unknown.isEmpty()) built.putAll(builds.built(unknown));
    }

    Optional<ImageRecord> record(Nvr image) {
        return Optional.ofNullable(records.get(image));
    }

    @Nullable
    BuiltImage built(Nvr image) {
        return built.get(image);
    }

    /** Published ones that are not made for somebody's emergency, the highest last. */
    List<ImageRecord> releasesOf(Nvr image) {
        return releases.computeIfAbsent(
                List.of(image.name(), image.version()),
                _ -> metadata.releasesOf(image.name(), image.version()).stream()
                        .filter(release -> !release.isHotfix())
                        .sorted((one, other) -> RpmVersions.LOWEST_FIRST.compare(one.nvr(), other.nvr()))
                        .toList());
    }
}
