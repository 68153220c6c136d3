package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.ArtifactBuildVerified;
import io.freshmaker.api.artifactbuild.Verification.FoundRpm;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.value.BuildId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes which images were rebuilt for an advisory, so that its next Event leaves them alone (spec §5.2 step 3). It comes after the
 * facts: an Event that is planned before a rebuild of another one is noted rebuilds that image once more, and loses nothing.
 */
@Component
@ProcessingGroup(RebuiltImageProjection.GROUP)
public class RebuiltImageProjection {

    public static final String GROUP = "rebuilt-images";

    private final RebuiltImages images;

    RebuiltImageProjection(RebuiltImages images) {
        this.images = images;
    }

    /** What is not built, and what is built for no advisory, is never asked about. */
    @EventHandler
    void on(ArtifactBuildPlanned fact) {
        PlannedBuild build = fact.build();
        Long advisory = advisoryOf(build);
        String original = build.artifact().originalNvr();
        if (advisory == null || original == null || fact.dryRun()) return;
        if (build.artifact().type() != ArtifactType.IMAGE) return;
        images.planned(fact.buildId(), advisory, fact.eventNumber(), fact.number(), original);
    }

    /** Of bundles and Flatpaks, whose content is not looked at for an advisory, the reason names it. */
    private static @Nullable Long advisoryOf(PlannedBuild build) {
        Long looked = build.preparation().advisory();
        String named = build.reason().fact("advisory");
        return looked != null || named.isEmpty() ? looked : Long.valueOf(named);
    }

    @EventHandler
    void on(ArtifactBuildVerified fact) {
        BuildId build = fact.buildId();
        images.contains(
                build, fact.verification().found().stream().map(FoundRpm::nvr).toList());
    }

    @EventHandler
    void on(ArtifactBuildSucceeded fact) {
        if (fact.rebuiltNvr() != null) images.rebuilt(fact.buildId(), fact.rebuiltNvr());
    }

    @ResetHandler
    void reset() {
        images.empty();
    }
}
