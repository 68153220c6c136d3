package io.freshmaker.command.rebuild;

import static io.freshmaker.command.artifactbuild.Builds.APP;
import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.artifactbuild.Builds.EVENT_CANCELED;
import static io.freshmaker.command.artifactbuild.Builds.EVENT_NUMBER;
import static io.freshmaker.command.artifactbuild.Builds.TOOLS;
import static io.freshmaker.command.artifactbuild.Builds.canceled;
import static io.freshmaker.command.artifactbuild.Builds.failed;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.planned;
import static io.freshmaker.command.artifactbuild.Builds.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.CancelArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PlanArtifactBuilds;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.StartArtifactBuild;
import io.freshmaker.api.event.EventCommand.ActivateRebuild;
import io.freshmaker.api.event.EventCommand.CompleteEvent;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.event.Events;
import io.freshmaker.platform.command.Commands;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.Message;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.axonframework.test.utils.RecordingCommandBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan of three builds: APP is built from BASE and TOOLS. */
class RebuildSagaTest {

    private final SagaTestFixture<RebuildSaga> fixture = new SagaTestFixture<>(RebuildSaga.class);
    private RecordingCommandBus bus;

    @BeforeEach
    void injectCommands() {
        bus = fixture.getCommandBus();
        fixture.registerResource(new Commands(bus, NoTransactionManager.instance()));
    }

    @Test
    void first_every_build_is_stored_then_the_rebuild_is_activated() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(Events.planned())
                .expectDispatchedCommands(
                        new PlanArtifactBuilds(
                                EVENT, EVENT_NUMBER, List.of(planned(BASE), planned(TOOLS), planned(APP))),
                        new ActivateRebuild(EVENT))
                .expectActiveSagas(1);
    }

    @Test
    void the_builds_of_a_dry_run_are_stored_as_such() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(new RebuildPlanned(EVENT, EVENT_NUMBER, List.of(planned(BASE)), List.of(), true))
                .expectDispatchedCommands(
                        new PlanArtifactBuilds(EVENT, EVENT_NUMBER, List.of(planned(BASE)), true),
                        new ActivateRebuild(EVENT));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 249, 250, 251, 500, 751})
    void a_long_plan_is_stored_in_its_order(int size) {
        List<PlannedBuild> builds = IntStream.range(0, size)
                .mapToObj(i -> planned(Builds.image("image-" + i + "-1-1")))
                .toList();

        fixture.givenNoPriorActivity().whenPublishingA(new RebuildPlanned(EVENT, EVENT_NUMBER, builds, List.of()));

        List<Object> sent = bus.getDispatchedCommands().stream()
                .<Object>map(Message::getPayload)
                .toList();
        assertThat(sent.getLast()).isEqualTo(new ActivateRebuild(EVENT));
        assertThat(sent.subList(0, sent.size() - 1))
                .hasSize((size + 249) / 250)
                .allSatisfy(command ->
                        assertThat(((PlanArtifactBuilds) command).builds()).hasSizeLessThanOrEqualTo(250))
                .flatMap(command -> ((PlanArtifactBuilds) command).builds())
                .isEqualTo(builds);
    }

    @Test
    void what_nothing_blocks_is_started() {
        begun().whenPublishingA(Events.activated())
                .expectDispatchedCommands(
                        new StartArtifactBuild(id(BASE), List.of()), new StartArtifactBuild(id(TOOLS), List.of()));
    }

    @Test
    void nothing_ready_is_nothing_started() {
        begun().whenPublishingA(new RebuildActivated(EVENT, List.of())).expectNoDispatchedCommands();
    }

    @Test
    void while_a_build_has_not_ended_the_event_has_not() {
        begun().whenPublishingA(succeeded(BASE, null))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void when_the_last_build_ended_the_event_is_told_how_all_did() {
        begun().andThenAPublished(succeeded(BASE, null))
                .andThenAPublished(failed(TOOLS))
                .whenPublishingA(failed(APP))
                .expectDispatchedCommands(new CompleteEvent(EVENT, new Tally(1, 2, 0)))
                .expectActiveSagas(0);
    }

    @Test
    void a_canceled_event_has_every_build_canceled() {
        begun().andThenAPublished(succeeded(BASE, null))
                .whenPublishingA(Events.canceled())
                .expectDispatchedCommands(cancel(BASE), cancel(TOOLS), cancel(APP))
                .expectActiveSagas(1);
    }

    @Test
    void the_builds_of_a_canceled_event_are_counted_to_the_end() {
        begun().andThenAPublished(succeeded(BASE, null))
                .andThenAPublished(Events.canceled())
                .andThenAPublished(canceled(TOOLS, true))
                .whenPublishingA(canceled(APP, false))
                .expectDispatchedCommands(new CompleteEvent(EVENT, new Tally(1, 0, 2)))
                .expectActiveSagas(0);
    }

    @Test
    void an_event_without_a_plan_has_no_saga() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(Events.canceled())
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    private ContinuedGivenState begun() {
        return fixture.givenAPublished(Events.planned());
    }

    private static CancelArtifactBuild cancel(PlannedArtifact artifact) {
        return new CancelArtifactBuild(id(artifact), EVENT_CANCELED, null);
    }
}
