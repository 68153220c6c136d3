package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.Map;

/** Knows which images bundles refer to. May throw {@link Unavailable}. */
public interface BundleManifests {

    /** Those of these builds; one that nobody knows, or that says nothing of such images, is missing. */
    Map<Nvr, BundleManifest> of(Collection<Nvr> bundles);
}
