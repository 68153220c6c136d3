package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.compose.Wishes;
import io.freshmaker.command.port.BuildSystems;
import io.freshmaker.platform.job.NotYet;
import java.util.List;
import java.util.Map;

/** A build that is to be submitted with composes, and a build system that takes it. */
final class StartedBuild {

    static final BuildId BUILD = Builds.id(APP);

    final FakeBuildSystem system = new FakeBuildSystem();

    private final ComposeWorld world;
    private final SubmitBuildJob job;

    StartedBuild(ComposeWorld world) {
        this.world = world;
        job = new SubmitBuildJob(
                world.stored.facts(),
                BuildSystems.only(system, new FakeBuildSystem()),
                world.fresh,
                BundlesForTests.none(world.stored),
                PlacedForTests.withoutLimit(),
                world.stored.commands());
    }

    /** Started with composes of these numbers, for its wishes, and planned with those of the original build. */
    void given(List<ComposeRequest> wishes, List<Long> made, List<Long> original) {
        Preparation needs = new Preparation(List.of(), false, false, original, List.of(), wishes, null, null);
        world.stored.with(
                BUILD.value(),
                new ArtifactBuildPlanned(
                        BUILD,
                        Builds.EVENT,
                        Builds.EVENT_NUMBER,
                        Builds.NUMBER,
                        Builds.planned(APP.prepared(needs)),
                        List.of()),
                new ArtifactBuildStarted(BUILD, Builds.EVENT, "app-container-2.4-1.1572631468", List.of(), made));
    }

    void submit() {
        job.run(BUILD.value());
    }

    void assertWaits() {
        assertThatThrownBy(this::submit).isInstanceOf(NotYet.class);
        assertThat(system.requests).isEmpty();
    }

    /** A wish of its Event, which ODCS has fulfilled. */
    void prepared(ComposeRequest wanted) {
        world.prepared(Wishes.requested(Builds.EVENT, wanted));
        world.odcs.done(world.odcs.requests.size());
        world.round();
    }

    static Reason broken(long number) {
        return new Reason(
                ReasonCode.COMPOSE_FAILED, Map.of("compose", String.valueOf(number), "error", "no such repository"));
    }
}
