package io.freshmaker.benchmarks;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.Wire;
import io.freshmaker.api.wire.Wire.DepOn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One build of a {@link PastEvent}: images of 500 names, each built from an earlier one of its Event, every tenth a module. */
record PastBuild(PastEvent event, int index, Artifact artifact, BuildId id) {

    private static final int NAMES = 500;
    private static final int LONGEST_SECONDS = 1_800;
    private static final int EXTERNAL = 1_000_000;

    static PastBuild of(PastEvent event, int index) {
        Artifact artifact = artifact(event, index);
        return new PastBuild(event, index, artifact, BuildId.of(event.id(), artifact.key()));
    }

    int number() {
        return event.firstBuild() + index;
    }

    @Nullable
    PastBuild parent() {
        return index == 0 ? null : of(event, index / 2);
    }

    String externalId() {
        return String.valueOf(EXTERNAL + number());
    }

    private static Artifact artifact(PastEvent event, int index) {
        int name = (event.number() * 7 + index) % NAMES;
        String version = event.number() + "." + index;
        if (index % 10 == 9) {
            Source source = new Source("modules/module-" + name, String.valueOf(index), null, null);
            return Artifact.module("module-" + name, String.valueOf(index), version, source);
        }
        Source source =
                Source.container("image-" + name, event.branch(), "%040x".formatted(event.firstBuild() + index));
        return Artifact.image(new Nvr("image-%d-%s-1".formatted(name, version)), source);
    }

    PlannedBuild planned() {
        PastBuild parent = parent();
        return new PlannedBuild(
                id,
                artifact,
                parent == null ? RebuildReason.DIRECTLY_AFFECTED : RebuildReason.DEPENDENCY,
                parent == null
                        ? Reason.of(ReasonCode.RPM_UPDATED, "rpm", "bash")
                        : Reason.of(
                                ReasonCode.PARENT_REBUILT,
                                "path",
                                parent.artifact().name()),
                parent == null ? List.of() : List.of(parent.id()),
                List.of("fedora-container-42-1"));
    }

    /** How it ended badly; null if it did not. */
    @Nullable
    Reason failure() {
        return switch (number() % 50) {
            case 11, 23, 37 -> Reason.of(ReasonCode.BUILD_FAILED, "status", "1");
            case 49 -> Reason.of(ReasonCode.EVENT_CANCELED, "who", "anyone");
            default -> null;
        };
    }

    Culprit culprit() {
        return new Culprit(id, artifact.key().value());
    }

    BuildJson json() {
        PastBuild parent = parent();
        DepOn dependency = parent == null
                ? null
                : new DepOn(parent.number(), parent.artifact().name());
        ArtifactBuildPlanned first =
                new ArtifactBuildPlanned(id, event.id(), event.number(), number(), planned(), List.of());
        Instant at = event.at();
        BuildJson json = Wire.planned(first, dependency, at);
        for (ArtifactBuildDomainEvent fact : later()) {
            at = at.plusSeconds(number() % LONGEST_SECONDS);
            json = Wire.after(json, fact, at);
        }
        return json;
    }

    private List<ArtifactBuildDomainEvent> later() {
        List<ArtifactBuildDomainEvent> facts = new ArrayList<>();
        if (event.open() && index > 1) return facts;
        String rebuilt = artifact.originalNvr() + ".1704067200";
        facts.add(new ArtifactBuildStarted(id, event.id(), rebuilt, List.of()));
        facts.add(new ArtifactBuildSubmitted(id, event.id(), externalId()));
        if (event.open() && index == 1) return facts;
        facts.add(end(rebuilt));
        return facts;
    }

    private ArtifactBuildDomainEvent end(String rebuilt) {
        Reason failure = failure();
        if (failure == null) return new ArtifactBuildSucceeded(id, event.id(), artifact.name(), rebuilt);
        return failure.code() == ReasonCode.BUILD_FAILED
                ? new ArtifactBuildFailed(id, event.id(), failure, culprit())
                : new ArtifactBuildCanceled(id, event.id(), failure, culprit(), false);
    }
}
