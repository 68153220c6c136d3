package io.freshmaker.command.rebuild;

import static io.freshmaker.command.artifactbuild.Builds.APP;
import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.TOOLS;
import static io.freshmaker.command.artifactbuild.Builds.canceled;
import static io.freshmaker.command.artifactbuild.Builds.culprit;
import static io.freshmaker.command.artifactbuild.Builds.failed;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.succeeded;
import static io.freshmaker.command.compose.Wishes.OTHERS;
import static io.freshmaker.command.compose.Wishes.SETS;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.CancelArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.StartArtifactBuild;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.compose.ComposeFailed;
import io.freshmaker.api.compose.ComposeReady;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.platform.command.Commands;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** APP is built from BASE and TOOLS. */
class ReadinessSagaTest {

    private static final String BASE_NVR = "base-container-1-10.5";
    private static final String TOOLS_NVR = "tools-container-3-1.6";

    private final SagaTestFixture<ReadinessSaga> fixture = new SagaTestFixture<>(ReadinessSaga.class);

    @BeforeEach
    void injectCommands() {
        fixture.registerResource(new Commands(fixture.getCommandBus(), NoTransactionManager.instance()));
    }

    @Test
    void a_build_starts_when_its_last_parent_is_done() {
        fixture.givenAPublished(isPlanned(APP))
                .andThenAPublished(succeeded(BASE, BASE_NVR))
                .whenPublishingA(succeeded(TOOLS, TOOLS_NVR))
                .expectDispatchedCommands(new StartArtifactBuild(id(APP), List.of(BASE_NVR, TOOLS_NVR)))
                .expectActiveSagas(0);
    }

    @Test
    void products_stand_in_plan_order_whatever_came_first() {
        fixture.givenAPublished(isPlanned(APP))
                .andThenAPublished(succeeded(TOOLS, TOOLS_NVR))
                .whenPublishingA(succeeded(BASE, BASE_NVR))
                .expectDispatchedCommands(new StartArtifactBuild(id(APP), List.of(BASE_NVR, TOOLS_NVR)));
    }

    @Test
    void a_build_waits_while_one_parent_is_missing() {
        fixture.givenAPublished(isPlanned(APP))
                .whenPublishingA(succeeded(BASE, BASE_NVR))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void a_parent_that_is_done_twice_is_one_parent() {
        fixture.givenAPublished(isPlanned(APP))
                .andThenAPublished(succeeded(BASE, BASE_NVR))
                .whenPublishingA(succeeded(BASE, BASE_NVR))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void a_parent_without_an_nvr_is_known_by_its_name() {
        PlannedArtifact module = Builds.image("app-container-1-1").after(List.of(BASE.key()), List.of());

        fixture.givenAPublished(isPlanned(module))
                .whenPublishingA(succeeded(BASE, null))
                .expectDispatchedCommands(new StartArtifactBuild(id(module), List.of("base-container")));
    }

    @Test
    void a_build_that_nothing_blocks_is_nobodys_business() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(isPlanned(BASE))
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void what_happens_to_others_does_not_matter() {
        PlannedArtifact other = Builds.image("other-container-1-1");

        fixture.givenAPublished(isPlanned(APP))
                .whenPublishingA(succeeded(other, "other-container-1-1.7"))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void a_build_fails_with_its_parent_and_names_who_failed_first() {
        Culprit first = culprit(TOOLS);

        fixture.givenAPublished(isPlanned(APP))
                .andThenAPublished(succeeded(TOOLS, TOOLS_NVR))
                .whenPublishingA(failed(BASE, first))
                .expectDispatchedCommands(new FailArtifactBuild(id(APP), because(first), first))
                .expectActiveSagas(0);
    }

    @Test
    void a_build_is_canceled_with_its_parent() {
        fixture.givenAPublished(isPlanned(APP))
                .whenPublishingA(canceled(BASE, true))
                .expectDispatchedCommands(new CancelArtifactBuild(id(APP), because(culprit(BASE)), culprit(BASE)))
                .expectActiveSagas(0);
    }

    @Test
    void after_a_parents_failure_the_other_parent_changes_nothing() {
        fixture.givenAPublished(isPlanned(APP))
                .andThenAPublished(failed(BASE))
                .whenPublishingA(succeeded(TOOLS, TOOLS_NVR))
                .expectNoDispatchedCommands();
    }

    @Test
    void a_build_that_failed_waits_no_more() {
        fixture.givenAPublished(isPlanned(APP))
                .whenPublishingA(failed(APP))
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void a_build_that_is_canceled_waits_no_more() {
        fixture.givenAPublished(isPlanned(APP))
                .whenPublishingA(canceled(APP, false))
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void a_compose_that_is_ready_starts_the_builds_that_wait_for_nothing_else() {
        fixture.givenAPublished(isPlanned(withComposes(BASE, SETS)))
                .andThenAPublished(isPlanned(withComposes(APP, SETS)))
                .andThenAPublished(isPlanned(withComposes(TOOLS, SETS, OTHERS)))
                .whenPublishingA(ready(SETS, 5))
                .expectDispatchedCommands(new StartArtifactBuild(id(BASE), List.of(), List.of(5L)))
                .expectActiveSagas(2);
    }

    @Test
    void a_build_starts_when_its_parent_and_its_compose_are_there_whichever_came_first() {
        PlannedArtifact image =
                withComposes(Builds.image("shelf-container-1-1").after(List.of(BASE.key()), List.of()), SETS);
        StartArtifactBuild start = new StartArtifactBuild(id(image), List.of(BASE_NVR), List.of(5L));

        fixture.givenAPublished(isPlanned(image))
                .andThenAPublished(succeeded(BASE, BASE_NVR))
                .whenPublishingA(ready(SETS, 5))
                .expectDispatchedCommands(start)
                .expectActiveSagas(0);
    }

    @Test
    void composes_stand_in_plan_order_and_one_that_was_made_again_has_its_last_number() {
        fixture.givenAPublished(isPlanned(withComposes(BASE, SETS, OTHERS)))
                .andThenAPublished(ready(SETS, 5))
                .andThenAPublished(ready(SETS, 9))
                .whenPublishingA(ready(OTHERS, 6))
                .expectDispatchedCommands(new StartArtifactBuild(id(BASE), List.of(), List.of(9L, 6L)));
    }

    @Test
    void a_build_fails_with_its_compose_for_the_reason_of_that() {
        Reason reason = Reason.of(ReasonCode.COMPOSE_FAILED, "compose", "5");

        fixture.givenAPublished(isPlanned(withComposes(BASE, SETS)))
                .andThenAPublished(isPlanned(withComposes(TOOLS, OTHERS)))
                .whenPublishingA(new ComposeFailed(SETS.idIn(Builds.EVENT), Builds.EVENT, reason))
                .expectDispatchedCommands(new FailArtifactBuild(id(BASE), reason, null))
                .expectActiveSagas(1);
    }

    private static PlannedArtifact withComposes(PlannedArtifact artifact, ComposeRequest... composes) {
        return artifact.prepared(Builds.needing(composes));
    }

    private static ComposeReady ready(ComposeRequest compose, long number) {
        return new ComposeReady(compose.idIn(Builds.EVENT), Builds.EVENT, number);
    }

    private static Reason because(Culprit culprit) {
        return Reason.of(ReasonCode.DEPENDENCY_FAILED, "culprit", culprit.artifact());
    }
}
