package io.freshmaker.command.port;

import io.freshmaker.api.plan.Pullspec;
import java.util.List;

/**
 * The images that a bundle refers to, as it was built (spec §7.9, 5).
 *
 * @param managed whether the build system wrote them, so that it can be told others
 * @param pullspecs with nothing replaced, in the order of the build
 */
public record BundleManifest(boolean managed, List<Pullspec> pullspecs) {

    public BundleManifest {
        pullspecs = List.copyOf(pullspecs);
    }
}
