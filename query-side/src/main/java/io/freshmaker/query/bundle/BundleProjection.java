package io.freshmaker.query.bundle;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.BundlePinned;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.query.readmodel.Forgotten;
import io.freshmaker.query.readmodel.ReadModel;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Keeps what each bundle is built with, for those who build it. */
@Component
@ProcessingGroup(ReadModel.GROUP)
class BundleProjection {

    private final Bundles bundles;
    private final Forgotten forgotten;

    BundleProjection(Bundles bundles, Forgotten forgotten) {
        this.bundles = bundles;
        this.forgotten = forgotten;
    }

    /** Its row is there as soon as the build's own; not of one that waits for digests. */
    @EventHandler(payloadType = ArtifactBuildPlanned.class)
    void on(EventMessage<ArtifactBuildPlanned> fact) {
        ArtifactBuildPlanned planned = fact.getPayload();
        BundleOverrides bundle = planned.build().preparation().bundle();
        if (bundle == null || !bundle.awaited().isEmpty() || !ReadModel.BUILDS.sees(fact)) return;
        save(new BundlePinned(planned.buildId(), planned.eventId(), planned.eventNumber(), planned.number(), bundle));
    }

    @EventHandler(payloadType = BundlePinned.class)
    void onPinned(EventMessage<BundlePinned> fact) {
        if (ReadModel.BUILDS.sees(fact)) save(fact.getPayload());
    }

    private void save(BundlePinned bundle) {
        forgotten.without(List.of(bundle), BundlePinned::eventId).forEach(bundles::save);
    }
}
