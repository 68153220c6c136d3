package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.Wire;
import io.freshmaker.api.wire.Wire.DepOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A build as the facts that were seen make it.
 *
 * @param since when it came into its state
 * @param origin what its plan says of it, which never changes
 */
record ProjectedBuild(
        String key,
        BuildJson json,
        Instant since,
        @Nullable String externalId,
        @Nullable Ended ended,
        Origin origin) {

    /**
     * Where it comes from.
     *
     * @param created when it was planned
     * @param stream of a module
     * @param reason the code; null in a row of an earlier version that was not replayed since
     */
    record Origin(
            Instant created,
            @Nullable String stream,
            @Nullable String reason) {}

    static ProjectedBuild planned(ArtifactBuildPlanned fact, @Nullable DepOn parent, Instant at) {
        PlannedBuild build = fact.build();
        Origin origin =
                new Origin(at, build.artifact().stream(), build.reason().code().name());
        return new ProjectedBuild(fact.buildId().value(), Wire.planned(fact, parent, at), at, null, null, origin);
    }

    ProjectedBuild after(ArtifactBuildDomainEvent fact, Instant at) {
        BuildJson next = Wire.after(json, fact, at);
        return new ProjectedBuild(
                key,
                next,
                next.state() == json.state() ? since : at,
                externalId(fact),
                Ended.by(fact).orElse(ended),
                origin);
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
