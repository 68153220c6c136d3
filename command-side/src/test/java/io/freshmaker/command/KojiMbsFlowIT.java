package io.freshmaker.command;

import static io.freshmaker.command.KojiMbsWorld.MODULES;
import static io.freshmaker.command.KojiMbsWorld.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.adapter.koji.FakeKojiHub;
import io.freshmaker.command.adapter.mbs.FakeMbs;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.MemoryDistGit;
import io.freshmaker.platform.command.Commands;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole command side with Koji and MBS, told by settings alone where they are. */
@SpringBootTest(classes = {CommandSideApplication.class, KojiMbsFlowIT.Outside.class})
@DirtiesContext // ends it while its database is there
class KojiMbsFlowIT {

    private static final FakeKojiHub KOJI = new FakeKojiHub();
    private static final FakeMbs MBS = new FakeMbs();
    private static final MemoryDistGit GIT = new MemoryDistGit();
    private static final long NOT_OURS = 4711;

    @TempDir
    static Path files;

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore store;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        KojiMbsWorld.settings(properties, KOJI, MBS, () -> files);
    }

    @AfterAll
    static void close() {
        KOJI.close();
        MBS.close();
    }

    @BeforeEach
    void itIsNowThereToo() {
        KOJI.at(Instant.now());
    }

    @Test
    void an_image_is_built_by_koji_in_its_third_attempt() {
        Trigger pushed = new DockerfileChanged("shelf", "f42", "c0ffee");
        commands.send(new RegisterEvent(pushed.eventId(), "push-1", pushed));

        long first = taskFor("container/shelf", 1);
        KOJI.fail(first, "no space left");
        long second = taskFor("container/shelf", 2);
        KOJI.fail(second, "no space left");
        long third = taskFor("container/shelf", 3);
        KOJI.build(9, "shelf-container-1-3", Map.of());
        KOJI.close(third, "9");

        until(() -> factsOf(pushed.eventId().value()).getLast() instanceof EventCompleted);
        assertThat(factsOf(pushed.eventId().value()).getLast())
                .isEqualTo(new EventCompleted(pushed.eventId(), new Tally(1, 0, 0)));
        assertThat(factsOf(onlyBuildOf(pushed).value()))
                .filteredOn(ArtifactBuildRetried.class::isInstance)
                .extracting(fact -> ((ArtifactBuildRetried) fact).failedSubmission())
                .containsExactly(String.valueOf(first), String.valueOf(second));
        assertThat(factsOf(onlyBuildOf(pushed).value()).getLast().toString()).contains("shelf-container-1-3");
    }

    @Test
    void a_task_whose_answer_was_lost_is_found_and_one_that_somebody_cancels_there_is_noticed() {
        KOJI.loseAnswers(1);
        Trigger pushed = new DockerfileChanged("lost", "f42", "c0ffee");
        commands.send(new RegisterEvent(pushed.eventId(), "push-2", pushed));

        KOJI.cancel(taskFor("container/lost", 1));

        until(() -> factsOf(pushed.eventId().value()).getLast() instanceof EventCompleted);
        assertThat(factsOf(pushed.eventId().value()).getLast())
                .isEqualTo(new EventCompleted(pushed.eventId(), new Tally(0, 0, 1)));
        assertThat(tasksFor("container/lost")).hasSize(1);
    }

    /** Scenario: nothing is asked of anybody, and everything is told as if it were built (spec §13.1). */
    @Test
    void a_dry_run_comes_to_its_end_and_koji_never_hears_of_it() {
        Trigger pushed = new DockerfileChanged("rehearsed", "f42", "c0ffee");
        RegisterEvent rehearsal = RegisterEvent.of("push-4", pushed, true);
        commands.send(rehearsal);

        until(() -> factsOf(rehearsal.eventId().value()).getLast() instanceof EventCompleted);

        assertThat(factsOf(rehearsal.eventId().value()).getLast())
                .isEqualTo(new EventCompleted(rehearsal.eventId(), new Tally(1, 0, 0)));
        assertThat(tasksFor("container/rehearsed")).isEmpty();
        assertThat(factsOf(pushed.eventId().value())).isEmpty();
    }

    @Test
    void a_canceled_event_cancels_its_task() {
        Trigger pushed = new DockerfileChanged("unwanted", "f42", "c0ffee");
        commands.send(new RegisterEvent(pushed.eventId(), "push-3", pushed));
        taskFor("container/unwanted", 1);

        commands.send(new CancelEvent(pushed.eventId(), Actor.ANYONE));

        until(() -> KOJI.methods().contains("cancelTask"));
    }

    /** Issue 3: a chain of 30 modules with one cycle: each is built once, and the cycle is stopped with a reason that names it. */
    @Test
    void a_chain_of_modules_ends_where_it_would_begin_again() {
        for (int i = 1; i <= MODULES; i++) GIT.push("modules/" + module(i), "1", "first", module(i) + ".yaml");
        Trigger last = register(new ModuleBuilt(module(1), "1", NOT_OURS));
        for (int built = 1; built <= MODULES; built++) {
            int number = built;
            until(() -> MBS.builds().size() == number);
            JsonNode build = MBS.builds().getLast();
            MBS.becomes(build.path("id").asText(), "ready", null);
            commands.send(new LookAtSubmission("mbs", build.path("id").asText()));
            last = register(new ModuleBuilt(
                    build.path("name").asText(), "1", build.path("id").asLong()));
        }
        String event = last.eventId().value();
        until(() -> factsOf(event).getLast() instanceof EventSkipped);

        assertThat(MBS.builds())
                .extracting(build -> build.path("name").asText())
                .doesNotHaveDuplicates();
        EventSkipped skipped = (EventSkipped) factsOf(event).getLast();
        assertThat(skipped.declined().getFirst().reason().code()).isEqualTo(ReasonCode.MODULE_CYCLE);
        assertThat(skipped.declined().getFirst().reason().fact("cycle"))
                .startsWith("module:m02:1 → module:m03:1")
                .endsWith("module:m01:1 → module:m02:1");
        assertThat(GIT.log("modules/m07", "1")).containsExactly("Bump to rebuild because of m06 update", "first");
        ArtifactBuildPlanned planned = (ArtifactBuildPlanned)
                factsOf(onlyBuildOf(new ModuleBuilt("m06", "1", 5)).value()).getFirst();
        assertThat(planned.build().reason().fact("cause_name")).isEqualTo("m06");
    }

    @Test
    void what_koji_refuses_fails_with_its_text() {
        Trigger update = new UpdateStable("FEDORA-2026-1", List.of("tls-2-1"), "f42");
        register(update);

        until(() -> factsOf(update.eventId().value()).getLast() instanceof EventCompleted);
        assertThat(factsOf(onlyBuildOf(update).value()).getLast().toString())
                .contains("Koji needs a target, and none is known for container/homeless");
    }

    private Trigger register(Trigger trigger) {
        commands.send(new RegisterEvent(trigger.eventId(), "message of " + trigger.searchKey(), trigger));
        return trigger;
    }

    private static long taskFor(String repository, int attempt) {
        until(() -> tasksFor(repository).size() >= attempt);
        return tasksFor(repository).get(attempt - 1);
    }

    private static List<Long> tasksFor(String repository) {
        return KOJI.orders().entrySet().stream()
                .filter(order -> order.getValue().getFirst().toString().contains(repository))
                .map(Map.Entry::getKey)
                .toList();
    }

    private BuildId onlyBuildOf(Trigger trigger) {
        return factsOf(trigger.eventId().value()).stream()
                .filter(RebuildPlanned.class::isInstance)
                .map(fact -> ((RebuildPlanned) fact).builds().getFirst().id())
                .findFirst()
                .orElseThrow();
    }

    private List<Object> factsOf(String aggregate) {
        return Flows.factsOf(store, aggregate);
    }

    private static void until(Supplier<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).until(condition::get);
    }

    /** Named where it is wanted, and no configuration that anybody finds by itself. */
    static class Outside {

        @Bean
        @Primary
        DistGit distGitOfTheTest() {
            return GIT;
        }
    }
}
