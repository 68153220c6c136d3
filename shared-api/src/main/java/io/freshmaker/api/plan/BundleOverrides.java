package io.freshmaker.api.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operator bundle is rebuilt with instead of what stands in its sources (spec §7.9).
 *
 * @param pullspecs all that the bundle has, also those that stay: the build system wants all of them or none
 * @param csvName of its ClusterServiceVersion, other than that of every earlier build
 * @param csvVersion of it, newer than that of the bundle
 * @param substitutesFor the name of the ClusterServiceVersion whose place it takes; null where it is to say what its sources say
 */
public record BundleOverrides(
        List<Pullspec> pullspecs,
        String csvName,
        String csvVersion,
        @Nullable String substitutesFor) {

    public BundleOverrides {
        pullspecs = List.copyOf(pullspecs);
    }

    /** The NVRs of images that are rebuilt before it and whose new digests nobody knows yet. */
    @JsonIgnore
    public Set<String> awaited() {
        return pullspecs.stream()
                .flatMap(pullspec -> Stream.ofNullable(pullspec.awaited()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same with the digests of what it waited for, by the NVRs of the images before their rebuild. */
    public BundleOverrides pinned(Map<String, String> digests) {
        List<Pullspec> known = pullspecs.stream()
                .map(pullspec -> {
                    String digest = pullspec.awaited() == null ? null : digests.get(pullspec.awaited());
                    return digest == null ? pullspec : pullspec.replacedBy(digest);
                })
                .toList();
        return new BundleOverrides(known, csvName, csvVersion, substitutesFor);
    }
}
