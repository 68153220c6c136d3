package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownImage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The images that are the newest of their package in the tags that are looked at. Which these are is asked again when the answer is
 * older than {@code freshmaker.koji.catalog-age}; what was built does not change, so of each build Koji is asked once.
 */
final class KojiImages implements Images {

    private final KojiTags tags;
    private final ImageLookup lookup;
    private final List<String> names;
    private final Duration age;
    private final Clock clock;
    private Map<Long, KnownImage> known = Map.of();
    private @Nullable Instant asked;

    KojiImages(KojiTags tags, ImageLookup lookup, List<String> names, Duration age, Clock clock) {
        this.tags = tags;
        this.lookup = lookup;
        this.names = List.copyOf(names);
        this.age = age;
        this.clock = clock;
    }

    @Override
    public List<KnownImage> containing(Collection<String> rpmNames) {
        Set<String> wanted = Set.copyOf(rpmNames);
        return where(image -> image.rpms().stream().anyMatch(rpm -> wanted.contains(rpm.name())));
    }

    @Override
    public List<KnownImage> builtFrom(Collection<Nvr> parents) {
        Set<Nvr> wanted = Set.copyOf(parents);
        return where(image -> image.parents().stream().anyMatch(wanted::contains));
    }

    private List<KnownImage> where(Predicate<KnownImage> wanted) {
        return current().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(KnownImage::nvr))
                .toList();
    }

    /** One asks Koji, the others wait for the answer. */
    private synchronized List<KnownImage> current() {
        Instant now = clock.instant();
        if (asked == null || !now.isBefore(asked.plus(age))) {
            known = latest();
            asked = now;
        }
        return List.copyOf(known.values());
    }

    /** A build of which Koji could not say everything is asked for again with the next ones. */
    private Map<Long, KnownImage> latest() {
        Set<Long> ids =
                names.stream().flatMap(tag -> tags.latestImages(tag).stream()).collect(Collectors.toSet());
        Map<Long, KnownImage> images = new HashMap<>(known);
        images.keySet().retainAll(ids);
        ids.removeAll(images.keySet());
        images.putAll(lookup.images(ids));
        return images;
    }
}
