package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.Rpm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was learned of one image. Merged with what is learned later, earlier or again, it becomes the same in whatever
 * order: what an image contains never changes, so it only grows; where it lies does, so there the latest word counts.
 *
 * @param seenAt when a system last spoke of it; null when only its name is known, as the parent of another
 * @param wholeAt when one last said all of it
 * @param sightings by repository; none from before {@code wholeAt}, for it is not there any more
 * @param parents everything that it is built from, as far as it is known
 */
record Remembered(
        Nvr nvr,
        @Nullable Instant seenAt,
        @Nullable Instant wholeAt,
        SortedMap<String, Sighting> sightings,
        SortedSet<String> contentSets,
        SortedMap<String, String> labels,
        @Nullable Nvr parent,
        SortedSet<Nvr> parents,
        @Nullable Manifest manifest) {

    Remembered {
        sightings = Collections.unmodifiableSortedMap(since(wholeAt, sightings));
        contentSets = Collections.unmodifiableSortedSet(new TreeSet<>(contentSets));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        parents = Collections.unmodifiableSortedSet(new TreeSet<>(parents));
    }

    /** What a system outside said at a time, as precisely as the database keeps it. */
    static Remembered said(ImageRecord image, boolean whole, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        SortedMap<String, Sighting> sightings = new TreeMap<>();
        image.repositories().stream()
                .map(placement -> new Sighting(placement, at))
                .forEach(sighting -> sightings.merge(sighting.place(), sighting, Sighting::orLater));
        SortedMap<String, String> labels = new TreeMap<>();
        image.labels().forEach((name, value) -> labels.put(storable(name), storable(value)));
        Nvr parent = image.parent();
        return new Remembered(
                image.nvr(),
                at,
                whole ? at : null,
                sightings,
                image.contentSets(),
                labels,
                parent,
                parent == null ? Collections.emptySortedSet() : new TreeSet<>(List.of(parent)),
                Manifest.of(image.rpms()));
    }

    /** That there is such an image: somebody is to be asked about it. */
    static Remembered named(Nvr nvr) {
        return bare(nvr, null, null, List.of(), null);
    }

    /** How it was built. */
    static Remembered built(BuiltImage image, Instant now) {
        Nvr parent = image.parents().isEmpty() ? null : image.parents().getFirst();
        return bare(image.nvr(), now, parent, image.parents(), null);
    }

    /** What came out of its build. */
    static Remembered content(Nvr nvr, Map<String, List<Rpm>> rpms, Instant now) {
        return bare(nvr, now, null, List.of(), Manifest.of(rpms));
    }

    private static Remembered bare(
            Nvr nvr,
            @Nullable Instant now,
            @Nullable Nvr parent,
            Collection<Nvr> parents,
            @Nullable Manifest manifest) {
        return new Remembered(
                nvr,
                now == null ? null : now.truncatedTo(ChronoUnit.MICROS),
                null,
                Collections.emptySortedMap(),
                Collections.emptySortedSet(),
                Collections.emptySortedMap(),
                parent,
                new TreeSet<>(parents),
                manifest);
    }

    Remembered mergedWith(Remembered other) {
        SortedMap<String, Sighting> all = new TreeMap<>(sightings);
        other.sightings.forEach((place, sighting) -> all.merge(place, sighting, Sighting::orLater));
        SortedSet<String> sets = new TreeSet<>(contentSets);
        sets.addAll(other.contentSets);
        SortedMap<String, String> allLabels = new TreeMap<>(labels);
        other.labels.forEach((name, value) -> allLabels.merge(name, value, Remembered::larger));
        SortedSet<Nvr> allParents = new TreeSet<>(parents);
        allParents.addAll(other.parents);
        return new Remembered(
                nvr,
                larger(seenAt, other.seenAt),
                larger(wholeAt, other.wholeAt),
                all,
                sets,
                allLabels,
                larger(parent, other.parent),
                allParents,
                Manifest.merged(manifest, other.manifest));
    }

    /** Whether at most the times differ. */
    boolean saysTheSameAs(Remembered other) {
        return placements().equals(other.placements())
                && contentSets.equals(other.contentSets)
                && labels.equals(other.labels)
                && Objects.equals(parent, other.parent)
                && parents.equals(other.parents)
                && Objects.equals(manifest, other.manifest);
    }

    /** In the order of the repositories' names. */
    List<Placement> placements() {
        return sightings.values().stream().map(Sighting::placement).toList();
    }

    boolean isWhole() {
        return wholeAt != null;
    }

    boolean isPublished() {
        return placements().stream().anyMatch(Placement::published);
    }

    Remembered withManifest(Manifest known) {
        return new Remembered(nvr, seenAt, wholeAt, sightings, contentSets, labels, parent, parents, known);
    }

    /** As it is told to others, with its age. */
    ImageRecord record() {
        ImageRecord image = new ImageRecord(
                nvr, placements(), contentSets, parent, labels, manifest == null ? null : manifest.rpms());
        return seenAt == null ? image : image.asOf(seenAt);
    }

    private static SortedMap<String, Sighting> since(@Nullable Instant whole, SortedMap<String, Sighting> all) {
        SortedMap<String, Sighting> since = new TreeMap<>(all);
        if (whole != null) since.values().removeIf(sighting -> sighting.at().isBefore(whole));
        return since;
    }

    private static <T extends Comparable<T>> @Nullable T larger(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
