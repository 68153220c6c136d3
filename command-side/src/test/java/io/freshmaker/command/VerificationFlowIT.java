package io.freshmaker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.artifactbuild.ArtifactBuildBuilt;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.ArtifactBuildVerified;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.adapter.koji.FakeContent;
import io.freshmaker.command.adapter.koji.FakeKojiHub;
import io.freshmaker.command.adapter.mbs.FakeMbs;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.MemoryDistGit;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.platform.command.Commands;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

/** From Koji's last word on an image to what it was found to contain; Koji has one place for us. */
@SpringBootTest(classes = {CommandSideApplication.class, VerificationFlowIT.Outside.class})
@DirtiesContext // ends it while its database is there
class VerificationFlowIT {

    private static final long ADVISORY = 28484;
    private static final FakeKojiHub KOJI = new FakeKojiHub();
    private static final FakeContent CONTENT = new FakeContent(KOJI);
    private static final FakeMbs MBS = new FakeMbs();

    @TempDir
    static Path files;

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore store;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        KojiMbsWorld.settings(properties, KOJI, MBS, () -> files);
        properties.add("freshmaker.koji.max-builds", () -> "1");
    }

    @AfterAll
    static void close() {
        KOJI.close();
        MBS.close();
    }

    /** Scenarios P5 and P6: while one is looked at the other is built, and only the fixed one succeeds. */
    @Test
    void an_image_is_done_when_it_is_known_that_it_is_fixed_and_waits_for_that_without_a_place() {
        KOJI.at(Instant.now());
        UpdateStable update = new UpdateStable("FEDORA-2026-7", List.of("ssl-2-1"), "f42");
        commands.send(new RegisterEvent(update.eventId(), "message-7", update));
        BuildId shop = BuildId.of(update.eventId(), image("shop").key());
        BuildId web = BuildId.of(update.eventId(), image("web").key());

        BuildId first = close(1, 11);
        until(() -> KOJI.taskIds().size() == 2);
        BuildId second = close(2, 12);
        until(() -> factsOf(second.value()).getLast() instanceof ArtifactBuildBuilt);

        assertThat(List.of(first, second)).containsExactlyInAnyOrder(shop, web);
        assertThat(factsOf(first.value()).getLast()).isInstanceOf(ArtifactBuildBuilt.class);
        CONTENT.with(11, "s390x", List.of(Rpm.parse("ssl-1-1.s390x")))
                .with(11, "x86_64", List.of(Rpm.parse("ssl-2-1.x86_64")))
                .with(12, "x86_64", List.of(Rpm.parse("ssl-2-1.x86_64"), Rpm.parse("bar-1-1.x86_64")));

        until(() -> factsOf(update.eventId().value()).getLast() instanceof EventCompleted);
        assertThat(factsOf(update.eventId().value()).getLast())
                .isEqualTo(new EventCompleted(update.eventId(), new Tally(1, 1, 0)));
        assertThat(factsOf(first.value()).getLast()).isInstanceOfSatisfying(ArtifactBuildFailed.class, failed -> {
            assertThat(failed.reason().code()).isEqualTo(ReasonCode.NOT_FIXED);
            assertThat(failed.reason().fact("wrong")).isEqualTo("s390x/ssl-1-1");
        });
        assertThat(factsOf(second.value()).getLast()).isInstanceOf(ArtifactBuildSucceeded.class);
        assertThat(factsOf(first.value()))
                .filteredOn(ArtifactBuildVerified.class::isInstance)
                .hasSize(1);
        assertThat(KOJI.taskIds()).hasSize(2);
    }

    /** The task ends well; what is in its build is not listed yet. */
    private static BuildId close(long task, long build) {
        until(() -> KOJI.orders().containsKey(task));
        String source =
                Objects.requireNonNull(KOJI.orders().get(task)).getFirst().toString();
        String name = source.contains("container/shop") ? "shop" : "web";
        CONTENT.built(build, name + "-container-1-1.99");
        KOJI.close(task, String.valueOf(build));
        return BuildId.of(
                new UpdateStable("FEDORA-2026-7", List.of("ssl-2-1"), "f42").eventId(),
                image(name).key());
    }

    private static PlannedArtifact image(String name) {
        Source source = new Source("container/" + name, "f42", "c0ffee", "f42-candidate");
        Preparation needs = new Preparation(List.of(), false, false, List.of(), List.of(), List.of(), ADVISORY, null);
        return PlannedArtifact.directly(
                        Artifact.image(new Nvr(name + "-container-1-1"), source), Reason.of(ReasonCode.ADVISORY_FIXES))
                .prepared(needs);
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
            return new MemoryDistGit();
        }

        @Bean
        RebuildHandler<UpdateStable> advisoryOfTheTest() {
            return new TwoImages();
        }

        @Bean
        @Primary
        Advisories advisoriesOfTheTest() {
            return new OneAdvisory();
        }
    }

    /** Two images, whatever happened. */
    private record TwoImages() implements RebuildHandler<UpdateStable> {

        @Override
        public Class<UpdateStable> trigger() {
            return UpdateStable.class;
        }

        @Override
        public RebuildPlan plan(UpdateStable trigger, Draft draft) {
            return new RebuildPlan(
                    Stream.of("shop", "web").map(VerificationFlowIT::image).toList(), List.of());
        }
    }

    /** Brings one RPM. */
    private record OneAdvisory() implements Advisories {

        @Override
        public Optional<Advisory> find(long id) {
            return Optional.empty();
        }

        @Override
        public AdvisoryContent contentOf(long id) {
            List<Nvr> rpms = id == ADVISORY ? List.of(new Nvr("ssl-2-1")) : List.of();
            return new AdvisoryContent(List.of(), List.of(), rpms, rpms, List.of(), true);
        }

        @Override
        public List<Long> having(String build) {
            return List.of();
        }
    }
}
