package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.value.RpmSortKey;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Rpm;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The own index of images. What is learned may be learned again, in any order and by several processes: the index becomes the same.
 * Every answer says how old it is.
 */
public class ImageIndex {

    /** How many images are written, or read with all that they contain, at once. */
    private static final int BATCH = 250;

    /** As {@code ImageMetadata.releasesOf} gives. */
    private static final int MOST_RELEASES = 20;

    private final Clock clock;
    private final Lessons lessons;
    private final RememberedRows rows;
    private final ImageSearch search;
    private final KnownRepositories repositories;

    public ImageIndex(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        this.clock = clock;
        Dictionary dictionary = new Dictionary(sql);
        this.rows = new RememberedRows(sql, dictionary);
        this.lessons = new Lessons(sql, transactions, rows, new ImageRows(sql, dictionary));
        this.search = new ImageSearch(sql, dictionary);
        this.repositories = new KnownRepositories(sql);
    }

    /** Learns what a system says of images that it was asked for by their NVRs: everything. */
    public void learn(Collection<ImageRecord> images) {
        learn(images, true);
    }

    /** Learns what a system says of images that it found: there may be more to say of them, and they may contain more. */
    public void learnPartOf(Collection<ImageRecord> images) {
        learn(images, false);
    }

    /** Learns that there is such an image: the refresh asks about it before others. */
    public void learnName(Nvr image) {
        learn(Stream.of(Remembered.named(image)));
    }

    /** Learns how images were built. */
    public void learnBuilt(Collection<BuiltImage> images) {
        Instant now = clock.instant();
        learn(images.stream().map(image -> Remembered.built(image, now)));
    }

    /** Learns what came out of the build of an image. */
    public void learnContent(Nvr image, Map<String, List<Rpm>> rpms) {
        learn(Stream.of(Remembered.content(image, rpms, clock.instant())));
    }

    /** Learns which repositories there are. */
    public void learn(boolean publishedOnly, List<ImageRepository> all) {
        repositories.learn(publishedOnly, all, clock.instant());
    }

    /** The repositories as they were last listed. */
    public Optional<Aged<List<ImageRepository>>> repositories(boolean publishedOnly) {
        return repositories.find(publishedOnly);
    }

    /** What is known of these images, in the order of their NVRs' text. */
    public Aged<List<ImageRecord>> withNvrs(Collection<Nvr> nvrs) {
        return records(nvrs, _ -> true);
    }

    /** Of these images those of which everything is known; where they lie now may have changed since. */
    public Aged<List<ImageRecord>> wholeWithNvrs(Collection<Nvr> nvrs) {
        return records(nvrs, Remembered::isWhole);
    }

    /** The newest published releases that are known, at most 20: the highest last. */
    public Aged<List<ImageRecord>> releasesOf(String name, String version) {
        List<Nvr> highest = search.published(name, version).stream()
                .sorted(Comparator.<Nvr, byte[]>comparing(RpmSortKey::of, Arrays::compareUnsigned)
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .limit(MOST_RELEASES)
                .toList()
                .reversed();
        Aged<List<ImageRecord>> found = withNvrs(highest);
        Map<Nvr, ImageRecord> byNvr =
                found.answer().stream().collect(Collectors.toMap(ImageRecord::nvr, Function.identity()));
        return new Aged<>(
                highest.stream()
                        .flatMap(nvr -> Stream.ofNullable(byNvr.get(nvr)))
                        .toList(),
                found.asOf());
    }

    /** As {@code ImageMetadata.tagged}, among the images that are known. */
    public Aged<List<ImageRecord>> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames) {
        return withNvrs(search.tagged(repositories, publishedOnly, contentSets, rpmNames));
    }

    /**
     * Images that contain an RPM of that name, in the order of their NVRs' text.
     *
     * @param after the last one of the page before; null for the first page
     */
    public Aged<List<Nvr>> containing(String rpmName, @Nullable Nvr after, int limit) {
        return search.containing(rpmName, after, limit);
    }

    /** Images that are built from it, in the order of their NVRs' text. */
    public Aged<List<Nvr>> childrenOf(Nvr parent) {
        return search.childrenOf(parent);
    }

    /** Images that it is built from, as far as they are known, in the order of their NVRs' text. */
    public Aged<List<Nvr>> parentsOf(Nvr child) {
        return search.parentsOf(child);
    }

    private void learn(Collection<ImageRecord> images, boolean whole) {
        Instant now = clock.instant();
        learn(images.stream()
                .filter(image -> image.asOf().isEmpty()) // it came from here
                .map(image -> Remembered.said(image, whole, now)));
    }

    private void learn(Stream<Remembered> said) {
        List<Remembered> all = said.toList();
        for (int at = 0; at < all.size(); at += BATCH) {
            lessons.learn(all.subList(at, Math.min(all.size(), at + BATCH)));
        }
    }

    private Aged<List<ImageRecord>> records(Collection<Nvr> nvrs, Predicate<Remembered> wanted) {
        List<Nvr> all = nvrs.stream().distinct().sorted().toList();
        List<ImageRecord> records = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        for (int at = 0; at < all.size(); at += BATCH) {
            for (Remembered image : rows.withNvrs(all.subList(at, Math.min(all.size(), at + BATCH)))) {
                Instant seen = image.seenAt();
                if (seen == null || !wanted.test(image)) continue;
                records.add(image.record());
                times.add(seen);
            }
        }
        return new Aged<>(records, Aged.oldest(times.stream()));
    }
}
