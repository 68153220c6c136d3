package io.freshmaker.command.metadata;

import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.ImageRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which images are looked for (spec §7.2, 2). Systems find too many, as they look for repository, tag and content set each by
 * itself; {@link #among} says which are meant.
 *
 * @param publishedOnly whether the image must be published where it has the tag
 * @param contentSets one of which it must have; null: whatever it has
 * @param rpmNames of which it must contain one
 */
public record ImageSearch(
        List<ImageRepository> repositories,
        boolean publishedOnly,
        @Nullable Set<String> contentSets,
        Set<String> rpmNames) {

    public ImageSearch {
        repositories = repositories.stream().distinct().toList();
        contentSets = contentSets == null ? null : Set.copyOf(contentSets);
        rpmNames = Set.copyOf(rpmNames);
    }

    /** Whether there is nothing that it could find. */
    public boolean isVain() {
        return repositories.isEmpty() || rpmNames.isEmpty() || (contentSets != null && contentSets.isEmpty());
    }

    /** The tags for automatic rebuilds of all of these repositories. */
    public static SortedSet<String> tags(Collection<ImageRepository> repositories) {
        SortedSet<String> tags = new TreeSet<>();
        repositories.forEach(repository -> tags.addAll(repository.autoRebuildTags()));
        return tags;
    }

    public static SortedSet<String> names(Collection<ImageRepository> repositories) {
        SortedSet<String> names = new TreeSet<>();
        repositories.forEach(repository -> names.add(repository.name()));
        return names;
    }

    /** Those of the images that are meant. */
    List<ImageRecord> among(Collection<ImageRecord> images) {
        return placed(images).stream()
                .filter(this::hasContentSet)
                .filter(this::hasRpm)
                .toList();
    }

    /** Those of the images that have, in one of the repositories, one of its own tags for automatic rebuilds. */
    List<ImageRecord> placed(Collection<ImageRecord> images) {
        Map<String, Set<String>> tags = new HashMap<>();
        repositories.forEach(
                one -> tags.computeIfAbsent(one.name(), _ -> new HashSet<>()).addAll(one.autoRebuildTags()));
        return images.stream()
                .filter(image -> image.repositories().stream().anyMatch(place -> isMeant(place, tags)))
                .toList();
    }

    private boolean isMeant(Placement place, Map<String, Set<String>> tags) {
        boolean seen = place.published() || !publishedOnly;
        Set<String> wanted = tags.getOrDefault(place.repository(), Set.of());
        return seen && place.tags().stream().anyMatch(wanted::contains);
    }

    private boolean hasContentSet(ImageRecord image) {
        Set<String> wanted = contentSets;
        return wanted == null || image.contentSets().stream().anyMatch(wanted::contains);
    }

    private boolean hasRpm(ImageRecord image) {
        return image.allRpms().stream().anyMatch(rpm -> rpmNames.contains(rpm.name()));
    }
}
