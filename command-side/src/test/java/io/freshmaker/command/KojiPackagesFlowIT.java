package io.freshmaker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.trigger.Trigger;
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
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A package has a new build, and Koji builds what is built with it, in order, each once. */
@SpringBootTest(classes = {CommandSideApplication.class, KojiPackagesFlowIT.Outside.class})
@DirtiesContext // ends it while its database is there
class KojiPackagesFlowIT {

    private static final FakeKojiHub KOJI = new FakeKojiHub();
    private static final FakeMbs MBS = new FakeMbs();
    private static final MemoryDistGit GIT = new MemoryDistGit();

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

    @Test
    void what_is_built_with_a_new_build_is_rebuilt_in_order_and_our_own_rebuilds_lead_to_nothing_more() {
        KOJI.at(Instant.now());
        GIT.write("rpms/pen", "f42", "pen.spec", "Release: 1%{?dist}\n");
        GIT.write("rpms/letter", "f42", "letter.spec", "Release: %autorelease\n");
        KOJI.loseAnswers(1);

        Trigger ink = register(new BuildTagged("ink-2-1.fc42", "f42-build", "f42"));

        long pen = taskFor("rpms/pen");
        assertThat(GIT.read("rpms/pen", "f42", "pen.spec")).isEqualTo("Release: 2%{?dist}\n");
        assertThat(order(pen).getLast()).isEqualTo(Map.of("scratch", false, "wait_builds", List.of("ink-2-1.fc42")));
        KOJI.closePackage(pen, "pen-1-2.fc42");
        long letter = taskFor("rpms/letter");
        assertThat(order(letter).getLast()).isEqualTo(Map.of("scratch", false, "wait_builds", List.of("pen-1-2.fc42")));
        KOJI.closePackage(letter, "letter-1-8.fc42");

        until(() -> lastOf(ink) instanceof EventCompleted);
        assertThat(lastOf(ink)).isEqualTo(new EventCompleted(ink.eventId(), new Tally(2, 0, 0)));
        assertThat(KOJI.taskIds()).as("though an answer was lost").containsExactly(pen, letter);
        assertThat(GIT.log("rpms/letter", "f42")).hasSize(2);

        Trigger ours = register(new BuildTagged("pen-1-2.fc42", "f42-build", "f42"));
        until(() -> lastOf(ours) instanceof EventSkipped);
        assertThat(((EventSkipped) lastOf(ours)).declined())
                .extracting(one -> one.artifact().name(), one -> one.reason().code())
                .containsExactly(tuple("letter", ReasonCode.OWN_REBUILD));
    }

    private Trigger register(Trigger trigger) {
        commands.send(new RegisterEvent(trigger.eventId(), "message of " + trigger.searchKey(), trigger));
        return trigger;
    }

    private Object lastOf(Trigger trigger) {
        return Flows.factsOf(store, trigger.eventId().value()).getLast();
    }

    private static long taskFor(String repository) {
        until(() -> find(repository).isPresent());
        return find(repository).orElseThrow();
    }

    private static Optional<Long> find(String repository) {
        return KOJI.orders().entrySet().stream()
                .filter(order -> order.getValue().getFirst().toString().contains(repository))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static List<Object> order(long task) {
        return KOJI.orders().getOrDefault(task, List.of());
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
