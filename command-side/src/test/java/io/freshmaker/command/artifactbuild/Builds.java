package io.freshmaker.command.artifactbuild;

import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.artifactbuild.Builds.EVENT_CANCELED;
import static io.freshmaker.command.artifactbuild.Builds.STATUS_1;
import static io.freshmaker.command.artifactbuild.Builds.culprit;
import static io.freshmaker.command.artifactbuild.Builds.failed;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.planned;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.Blocker;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;

/** Builds of one Event: two that nothing blocks, one built from both. */
public final class Builds {

    public static final EventId EVENT = EventId.ofMessage("message-1");
    public static final int EVENT_NUMBER = 7;
    public static final int NUMBER = 70;
    public static final Instant NOW = Instant.ofEpochSecond(1_572_631_468);

    public static final PlannedArtifact BASE = image("base-container-1-10");
    public static final PlannedArtifact TOOLS = image("tools-container-3-1");
    public static final PlannedArtifact APP =
            image("app-container-2.4-1.1561731291").after(List.of(BASE.key(), TOOLS.key()), List.of("fedora-25-7"));

    public static final Reason STATUS_1 = Reason.of(ReasonCode.BUILD_FAILED, "status", "1");
    public static final Reason EVENT_CANCELED = Reason.of(ReasonCode.EVENT_CANCELED);

    static final String REBUILT = "base-container-1-10.1572631468";
    static final Reason STOPPED = Reason.of(ReasonCode.CANCELED_EXTERNALLY);

    private Builds() {}

    public static PlannedArtifact image(String nvr) {
        Source source = new Source("container/" + nvr, "f25", null, "f25-candidate");
        return PlannedArtifact.directly(Artifact.image(new Nvr(nvr), source), Reason.of(ReasonCode.RPM_SPEC_CHANGED));
    }

    /** The same, which must contain the RPMs of an advisory. */
    public static PlannedArtifact forAdvisory(PlannedArtifact artifact, long advisory) {
        return artifact.prepared(
                new Preparation(List.of(), false, false, List.of(), List.of(), List.of(), advisory, null));
    }

    /** What a build needs that waits for composes. */
    public static Preparation needing(ComposeRequest... composes) {
        return new Preparation(List.of(), false, false, List.of(), List.of(), List.of(composes), null, null);
    }

    public static BuildId id(PlannedArtifact artifact) {
        return BuildId.of(EVENT, artifact.key());
    }

    public static PlannedBuild planned(PlannedArtifact artifact) {
        return PlannedBuild.of(EVENT, artifact);
    }

    /** Who is to blame when nobody else is. */
    public static Culprit culprit(PlannedArtifact artifact) {
        return new Culprit(id(artifact), artifact.key().value());
    }

    public static ArtifactBuildPlanned isPlanned(PlannedArtifact artifact) {
        Stream<Blocker> composes =
                artifact.preparation().composes().stream().map(wish -> Blocker.compose(wish.idIn(EVENT)));
        List<Blocker> blockers = Stream.concat(
                        planned(artifact).parents().stream().map(Blocker::parent), composes)
                .toList();
        return new ArtifactBuildPlanned(id(artifact), EVENT, EVENT_NUMBER, NUMBER, planned(artifact), blockers);
    }

    public static ArtifactBuildPlanned isPlannedForADryRun(PlannedArtifact artifact) {
        return new ArtifactBuildPlanned(id(artifact), EVENT, EVENT_NUMBER, NUMBER, planned(artifact), List.of(), true);
    }

    public static ArtifactBuildDomainEvent started(PlannedArtifact artifact, @Nullable String nvr, String... parents) {
        return new ArtifactBuildStarted(id(artifact), EVENT, nvr, List.of(parents));
    }

    public static ArtifactBuildDomainEvent submitted(PlannedArtifact artifact) {
        return new ArtifactBuildSubmitted(id(artifact), EVENT, "external-1");
    }

    public static ArtifactBuildDomainEvent succeeded(PlannedArtifact artifact, @Nullable String nvr) {
        return new ArtifactBuildSucceeded(
                id(artifact),
                EVENT,
                artifact.artifact().name(),
                nvr,
                artifact.artifact().type());
    }

    public static ArtifactBuildDomainEvent failed(PlannedArtifact artifact) {
        return failed(artifact, culprit(artifact));
    }

    public static ArtifactBuildDomainEvent failed(PlannedArtifact artifact, Culprit culprit) {
        return new ArtifactBuildFailed(id(artifact), EVENT, STATUS_1, culprit);
    }

    public static ArtifactBuildDomainEvent canceled(PlannedArtifact artifact, boolean running) {
        return new ArtifactBuildCanceled(id(artifact), EVENT, EVENT_CANCELED, culprit(artifact), running);
    }

    /** @param known the builds that were planned before */
    static AggregateTestFixture<ArtifactBuild> fixture(Set<String> known) {
        BuildNumbers numbers = () -> NUMBER;
        AggregateTestFixture<ArtifactBuild> fixture = new AggregateTestFixture<>(ArtifactBuild.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        fixture.registerAnnotatedCommandHandler(new PlannedBuilds(fixture.getRepository(), _ -> known, numbers));
        return fixture;
    }
}
