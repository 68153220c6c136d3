package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an image that was built: one for all its architectures (spec §7.1, "Multi-arch").
 *
 * @param repositories where it lies
 * @param parent the NVR of the image that its last stage is built from; null where that is not known here
 * @param labels of its configuration
 * @param rpms what each architecture contains; null where no manifest is known
 */
public record ImageRecord(
        Nvr nvr,
        List<Placement> repositories,
        SortedSet<String> contentSets,
        @Nullable Nvr parent,
        Map<String, String> labels,
        @Nullable SortedMap<String, List<Rpm>> rpms) {

    private static final String HOTFIX = "com.redhat.hotfix";

    private static final String BUNDLE = "com.redhat.delivery.operator.bundle";

    /** A label of ours: nobody else's image has it. */
    private static final String AS_OF = "io.freshmaker.as-of";

    /** The image in a repository. */
    public record Placement(String registry, String repository, boolean published, Set<String> tags) {

        public Placement {
            tags = Set.copyOf(tags);
        }
    }

    public ImageRecord {
        repositories = repositories.stream().distinct().toList();
        contentSets = Collections.unmodifiableSortedSet(new TreeSet<>(contentSets));
        labels = Map.copyOf(labels);
        rpms = rpms == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(rpms));
    }

    public boolean isPublished() {
        return repositories.stream().anyMatch(Placement::published);
    }

    /** Whether it was made for somebody's emergency: such images are never rebuilt. */
    public boolean isHotfix() {
        return labels.containsKey(HOTFIX);
    }

    /** Whether it is an operator bundle. */
    public boolean isBundle() {
        return "true".equals(labels.get(BUNDLE));
    }

    /** The same, as it was known at a time: nobody could be asked whether it still is so (decision 0026). */
    public ImageRecord asOf(Instant time) {
        Map<String, String> aged = new LinkedHashMap<>(labels);
        aged.put(AS_OF, time.toString());
        return new ImageRecord(nvr, repositories, contentSets, parent, aged, rpms);
    }

    /** When it was known to be so; empty for what its system has just said. */
    public Optional<Instant> asOf() {
        return Optional.ofNullable(labels.get(AS_OF)).map(Instant::parse);
    }

    /** Of all architectures, each once; none where no manifest is known. */
    public List<Rpm> allRpms() {
        return rpms == null
                ? List.of()
                : rpms.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** The same image in another architecture; what both say is kept, of single things what this one says. */
    public ImageRecord mergedWith(ImageRecord other) {
        List<Placement> both = new ArrayList<>(repositories);
        both.addAll(other.repositories);
        SortedSet<String> sets = new TreeSet<>(contentSets);
        sets.addAll(other.contentSets);
        Map<String, String> allLabels = new LinkedHashMap<>(other.labels);
        allLabels.putAll(labels);
        return new ImageRecord(
                nvr, both, sets, parent == null ? other.parent : parent, allLabels, merged(rpms, other.rpms));
    }

    private static @Nullable SortedMap<String, List<Rpm>> merged(
            @Nullable SortedMap<String, List<Rpm>> one, @Nullable SortedMap<String, List<Rpm>> other) {
        if (one == null || other == null) return one == null ? other : one;
        SortedMap<String, List<Rpm>> both = new TreeMap<>(other);
        both.putAll(one);
        return both;
    }
}
