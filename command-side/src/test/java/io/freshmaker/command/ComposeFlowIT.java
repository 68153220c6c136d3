package io.freshmaker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.compose.ComposeAssigned;
import io.freshmaker.api.compose.ComposeReady;
import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.submission.SubmissionCommand.LookAtCompose;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.BuildReports;
import io.freshmaker.command.port.FakeComposes;
import io.freshmaker.platform.command.Commands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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

/** From a plan with composes to its end, on a real database, with an ODCS of the test's. */
@SpringBootTest(classes = {CommandSideApplication.class, ComposeFlowIT.Outside.class})
@DirtiesContext // ends it while its database is there
class ComposeFlowIT {

    private static final ComposeRequest SHARED = ComposeRequest.ofContentSets(Set.of("shelf-rpms"));

    @TempDir
    static Path files;

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore store;

    @Autowired
    private FakeComposes odcs;

    @Autowired
    private QuickBuildSystem builds;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Flows.ofTheTest(properties, () -> files);
    }

    @Test
    void builds_with_composes_are_built_with_their_numbers() {
        EventId first = registered("first");
        EventId second = registered("second");
        for (ComposeRequest wish : List.of(SHARED, own("first"))) awaitNumber(wish, first);
        for (ComposeRequest wish : List.of(SHARED, own("second"))) awaitNumber(wish, second);
        assertThat(odcs.requests).contains(own("first"), own("second")).containsOnlyOnce(SHARED);
        assertThat(builds.requests).doesNotContainKeys(build(first, "base"), build(second, "base"));

        for (ComposeRequest wish : List.of(SHARED, own("first"), own("second"))) done(wish);

        awaitEnd(first);
        awaitEnd(second);
        for (EventId event : List.of(first, second)) {
            String name = event.equals(first) ? "first" : "second";
            assertThat(factsOf(event.value()).getLast()).isEqualTo(new EventCompleted(event, new Tally(2, 0, 0)));
            assertThat(builds.request(build(event, "base")).composes()).containsExactly(number(SHARED));
            assertThat(builds.request(build(event, "app")).composes())
                    .containsExactly(number(own(name)), number(SHARED));
            assertThat(builds.request(build(event, "app")).parents()).isNotEmpty();
        }
        assertThat(sharedOf(first)).isNotEqualTo(sharedOf(second));
        assertThat(factsOf(SHARED.idIn(first).value()))
                .extracting(Object::getClass)
                .isEqualTo(List.of(ComposeRequested.class, ComposeAssigned.class, ComposeReady.class));
    }

    @Test
    void a_failed_compose_fails_the_builds_that_need_it_and_what_is_built_from_them() {
        EventId event = registered("failing");
        for (ComposeRequest wish : List.of(base("failing"), own("failing"))) awaitNumber(wish, event);
        done(base("failing"));
        long number = number(own("failing"));
        odcs.failed(number, "no such content set");
        look(number);

        awaitEnd(event);

        assertThat(factsOf(event.value()).getLast()).isEqualTo(new EventCompleted(event, new Tally(1, 1, 0)));
        assertThat(factsOf(build(event, "app").value()).getLast())
                .isInstanceOfSatisfying(ArtifactBuildFailed.class, failed -> {
                    assertThat(failed.reason().code()).isEqualTo(ReasonCode.COMPOSE_FAILED);
                    assertThat(failed.reason().fact("compose")).isEqualTo(String.valueOf(number));
                });
    }

    private EventId registered(String update) {
        UpdateStable trigger = new UpdateStable(update, List.of("bash-5-1"), "f42");
        commands.send(new RegisterEvent(trigger.eventId(), "message-" + update, trigger));
        return trigger.eventId();
    }

    private void done(ComposeRequest wish) {
        odcs.done(number(wish));
        look(number(wish));
    }

    private void look(long number) {
        commands.ask(new LookAtCompose(number), Boolean.class);
    }

    private void awaitNumber(ComposeRequest wish, EventId event) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> factsOf(wish.idIn(event).value()).size() > 1);
    }

    private void awaitEnd(EventId event) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> factsOf(event.value()).getLast() instanceof EventCompleted);
    }

    private long number(ComposeRequest wish) {
        return odcs.alike(wish).getLast().number();
    }

    private boolean sharedOf(EventId event) {
        return factsOf(SHARED.idIn(event).value()).stream()
                .filter(ComposeAssigned.class::isInstance)
                .map(ComposeAssigned.class::cast)
                .anyMatch(ComposeAssigned::shared);
    }

    private List<Object> factsOf(String aggregate) {
        return Flows.factsOf(store, aggregate);
    }

    private static ComposeRequest own(String name) {
        return ComposeRequest.ofContentSets(Set.of(name + "-rpms"));
    }

    /** What base images are made of: the same for all updates but one. */
    private static ComposeRequest base(String update) {
        return update.equals("failing") ? own("base") : SHARED;
    }

    private static BuildId build(EventId event, String name) {
        return BuildId.of(event, key(name));
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
        FakeComposes odcsOfTheTest() {
            return new FakeComposes();
        }

        @Bean
        @Primary
        QuickBuildSystem buildSystemOfTheTest(ObjectProvider<BuildReports> reports) {
            return new QuickBuildSystem(reports);
        }
    }

    /** An image that is built from another one, each with composes; what they share is the same for all updates. */
    private static final class HandlerOfTheTest implements RebuildHandler<UpdateStable> {

        @Override
        public Class<UpdateStable> trigger() {
            return UpdateStable.class;
        }

        @Override
        public RebuildPlan plan(UpdateStable trigger, Draft draft) {
            PlannedArtifact app =
                    image("app", own(trigger.update()), base(trigger.update())).after(List.of(key("base")), List.of());
            return new RebuildPlan(List.of(image("base", base(trigger.update())), app), List.of());
        }

        private static PlannedArtifact image(String name, ComposeRequest... composes) {
            Artifact artifact =
                    Artifact.image(new Nvr(name + "-1-1"), new Source("container/" + name, "f42", "abc", null));
            return PlannedArtifact.directly(artifact, Reason.of(ReasonCode.RPM_UPDATED))
                    .prepared(Builds.needing(composes));
        }
    }
}
