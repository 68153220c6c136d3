package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Map;

/** The fake keeps the same contract as the real thing. */
class MemoryBundleManifestsTest extends BundleManifestsContract {

    @Override
    protected BundleManifests knowing(Map<Nvr, BundleManifest> manifests) {
        MemoryBundleManifests memory = new MemoryBundleManifests();
        manifests.forEach(memory::with);
        return memory;
    }
}
