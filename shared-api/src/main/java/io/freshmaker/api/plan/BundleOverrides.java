package io.freshmaker.api.plan;

import java.util.List;
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
}
