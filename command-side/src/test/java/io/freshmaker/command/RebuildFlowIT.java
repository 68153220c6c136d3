package io.freshmaker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.BuildReports;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.platform.command.Commands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole command side on a real database, with a planner and a build system of the test's. */
@SpringBootTest(classes = {CommandSideApplication.class, RebuildFlowIT.Outside.class})
@DirtiesContext // ends it while its database is there
class RebuildFlowIT {

    private static final EventId EVENT = EventId.ofMessage("2026-flow-1");

    @TempDir
    static Path files;

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore store;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Flows.ofTheTest(properties, () -> files);
    }

    @Test
    void a_registered_event_is_planned_built_in_order_and_completed() {
        commands.send(new RegisterEvent(EVENT, "2026-flow-1", new UpdateStable("U-1", List.of("bash-5-1"), "f42")));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> factsOf(EVENT.value()).getLast() instanceof EventCompleted);

        assertThat(factsOf(EVENT.value()).getLast()).isEqualTo(new EventCompleted(EVENT, new Tally(2, 2, 0)));
        assertThat(started("base").parents()).isEmpty();
        assertThat(started("app").parents()).containsExactly(succeeded("base").rebuiltNvr());
        assertThat(failed("broken").reason().fact("status")).isEqualTo("1");
        assertThat(failed("below-broken").culprit().build()).isEqualTo(build("broken"));
    }

    private ArtifactBuildStarted started(String name) {
        return only(ArtifactBuildStarted.class, name);
    }

    private ArtifactBuildSucceeded succeeded(String name) {
        return only(ArtifactBuildSucceeded.class, name);
    }

    private ArtifactBuildFailed failed(String name) {
        return only(ArtifactBuildFailed.class, name);
    }

    private <T> T only(Class<T> kind, String name) {
        return factsOf(build(name).value()).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<?> factsOf(String aggregate) {
        return Flows.factsOf(store, aggregate);
    }

    private static BuildId build(String name) {
        return BuildId.of(EVENT, key(name));
    }

    private static ArtifactKey key(String name) {
        return new ArtifactKey("image:" + name + "-1-1");
    }

    /** Named where it is wanted, and no configuration that anybody finds by itself. */
    static class Outside {

        @Bean
        RebuildHandler<UpdateStable> handlerOfTheTest() {
            return new HandlerOfTheTest();
        }

        @Bean
        @Primary
        BuildSystem buildSystemOfTheTest(ObjectProvider<BuildReports> reports) {
            return new BuildSystem() {
                @Override
                public String name() {
                    return "of-the-test";
                }

                @Override
                public String submit(BuildRequest request) {
                    boolean fails = request.artifact().name().equals("broken");
                    reports.getObject()
                            .ended(
                                    request.build(),
                                    fails
                                            ? new ExternalOutcome.Broken(
                                                    Reason.of(ReasonCode.BUILD_FAILED, "status", "1"))
                                            : new ExternalOutcome.Built());
                    return String.valueOf(request.buildNumber());
                }

                @Override
                public Optional<String> find(BuildRequest request) {
                    return Optional.empty();
                }

                @Override
                public void cancel(BuildRequest request) {}
            };
        }
    }

    private static final class HandlerOfTheTest implements RebuildHandler<UpdateStable> {

        @Override
        public Class<UpdateStable> trigger() {
            return UpdateStable.class;
        }

        @Override
        public RebuildPlan plan(UpdateStable trigger, Draft draft) {
            return new RebuildPlan(
                    List.of(
                            image("app", "base"),
                            image("base"),
                            image("broken", "base"),
                            image("below-broken", "broken")),
                    List.of());
        }

        private static PlannedArtifact image(String name, String... parents) {
            Artifact artifact =
                    Artifact.image(new Nvr(name + "-1-1"), new Source("container/" + name, "f42", "abc", null));
            return PlannedArtifact.directly(artifact, Reason.of(ReasonCode.RPM_UPDATED))
                    .after(List.of(parents).stream().map(RebuildFlowIT::key).toList(), List.of());
        }
    }
}
