package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.Wire;
import io.freshmaker.api.wire.Wire.DepOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A build as the facts that were seen make it.
 *
 * @param since when it came into its state
 */
record ProjectedBuild(
        String key,
        BuildJson json,
        Instant since,
        @Nullable String externalId,
        @Nullable Ended ended) {

    static ProjectedBuild planned(ArtifactBuildPlanned fact, @Nullable DepOn parent, Instant at) {
        return new ProjectedBuild(fact.buildId().value(), Wire.planned(fact, parent, at), at, null, null);
    }

    ProjectedBuild after(ArtifactBuildDomainEvent fact, Instant at) {
        BuildJson next = Wire.after(json, fact, at);
        return new ProjectedBuild(
                key,
                next,
                next.state() == json.state() ? since : at,
                externalId(fact),
                Ended.by(fact).orElse(ended));
    }

    /** That of the attempt that is made now. */
    private @Nullable String externalId(ArtifactBuildDomainEvent fact) {
        return switch (fact) {
            case ArtifactBuildSubmitted submitted -> submitted.externalId();
            case ArtifactBuildRetried _ -> null;
            default -> externalId;
        };
    }

    /** As its children's {@code dep_on} shows it. */
    DepOn asParent() {
        return new DepOn(json.id(), json.name());
    }
}
