package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Rpm;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an image contains in each architecture. They hardly differ, so it is stored as what any of them has and what each has not. */
record Manifest(SortedMap<String, Set<Entry>> arches) {

    private static final int LONGEST = 255;

    /** What Go, and with it the systems that know images, call the architectures that RPM has other names for. */
    private static final Map<String, String> RPM_NAMES = Map.of("amd64", "x86_64", "arm64", "aarch64", "386", "i686");

    /**
     * An RPM as images of any architecture may have it.
     *
     * @param arch empty where it is the image's
     */
    record Entry(String nvr, String arch) {

        private static Entry of(Rpm rpm, String own) {
            return new Entry(rpm.nvr().value(), rpm.arch().equals(own) ? "" : rpm.arch());
        }

        private Rpm rpm(String own) {
            return new Rpm(new Nvr(nvr), arch.isEmpty() ? own : arch);
        }
    }

    Manifest {
        arches = Collections.unmodifiableSortedMap(new TreeMap<>(arches));
    }

    /** None where there is none. What has no proper length is no RPM of anybody's. */
    static @Nullable Manifest of(@Nullable Map<String, List<Rpm>> rpms) {
        if (rpms == null) return null;
        SortedMap<String, Set<Entry>> arches = new TreeMap<>();
        rpms.forEach((arch, all) -> arches.put(
                arch,
                all.stream()
                        .map(rpm -> Entry.of(rpm, rpmNameOf(arch)))
                        .filter(entry -> entry.nvr().length() <= LONGEST)
                        .collect(Collectors.toUnmodifiableSet())));
        return new Manifest(arches);
    }

    /** From how it is stored. */
    static Manifest of(Set<Entry> all, Map<String, Set<Entry>> missing) {
        SortedMap<String, Set<Entry>> arches = new TreeMap<>();
        missing.forEach((arch, lacks) -> {
            Set<Entry> has = new HashSet<>(all);
            has.removeAll(lacks);
            arches.put(arch, has);
        });
        return new Manifest(arches);
    }

    static @Nullable Manifest merged(@Nullable Manifest one, @Nullable Manifest other) {
        if (one == null || other == null) return one == null ? other : one;
        SortedMap<String, Set<Entry>> both = new TreeMap<>(one.arches);
        other.arches.forEach((arch, entries) -> both.merge(arch, entries, Manifest::union));
        return new Manifest(both);
    }

    Set<Entry> all() {
        Set<Entry> all = new HashSet<>();
        arches.values().forEach(all::addAll);
        return all;
    }

    /** What others of {@code all} have, and this architecture has not. */
    Set<Entry> missingIn(String arch, Set<Entry> all) {
        Set<Entry> has = arches.getOrDefault(arch, Set.of());
        if (has.size() == all.size()) return Set.of();
        Set<Entry> missing = new HashSet<>(all);
        missing.removeAll(has);
        return missing;
    }

    /** In the order of their texts. */
    SortedMap<String, List<Rpm>> rpms() {
        SortedMap<String, List<Rpm>> rpms = new TreeMap<>();
        arches.forEach((arch, entries) -> rpms.put(
                arch,
                entries.stream()
                        .map(entry -> entry.rpm(rpmNameOf(arch)))
                        .sorted(Comparator.comparing(Rpm::toString))
                        .toList()));
        return rpms;
    }

    private static Set<Entry> union(Set<Entry> one, Set<Entry> other) {
        if (one.containsAll(other)) return one;
        Set<Entry> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static String rpmNameOf(String arch) {
        return RPM_NAMES.getOrDefault(arch, arch);
    }
}
