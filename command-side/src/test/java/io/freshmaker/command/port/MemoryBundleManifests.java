package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What bundles refer to, in memory. */
public final class MemoryBundleManifests implements BundleManifests {

    private final Map<Nvr, BundleManifest> manifests = new TreeMap<>();

    public MemoryBundleManifests with(Nvr bundle, BundleManifest manifest) {
        manifests.put(bundle, manifest);
        return this;
    }

    @Override
    public Map<Nvr, BundleManifest> of(Collection<Nvr> bundles) {
        Map<Nvr, BundleManifest> found = new TreeMap<>(manifests);
        found.keySet().retainAll(bundles);
        return found;
    }
}
