package io.freshmaker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.submission.SubmissionCommand.LookAtAdvisory;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.BotasAdvisoryShipped;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.BuildReports;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.BundleManifests;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.FakeImageMetadata;
import io.freshmaker.command.port.FakeOperatorBundles;
import io.freshmaker.command.port.FakeOperatorBundles.Listed;
import io.freshmaker.command.port.FakeShippedImages;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.MemoryBundleManifests;
import io.freshmaker.command.port.MemoryImageBuilds;
import io.freshmaker.command.port.OperatorBundle;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.port.RebuildOrigins;
import io.freshmaker.command.port.ShippedImages;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import io.freshmaker.platform.command.Commands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** From the word that an advisory was shipped to the end of the bundle's build, on a real database, with systems of the test's. */
@SpringBootTest(classes = {CommandSideApplication.class, BundleFlowIT.Outside.class})
@DirtiesContext // ends it while its database is there
class BundleFlowIT {

    private static final long ADVISORY = 7;
    private static final Nvr ORIGINAL = new Nvr("app-1-1");
    private static final Nvr REBUILT = new Nvr("app-1-1.300");
    private static final Nvr BUNDLE = new Nvr("shop-bundle-1-1");
    private static final Pullspec APP = new Pullspec("r/shop/app:v1", "r/shop/app@sha256:11", false, null);

    @TempDir
    static Path files;

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore store;

    @Autowired
    private QuickBuildSystem builds;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Flows.ofTheTest(properties, () -> files);
        properties.add("freshmaker.handlers", () -> "HandleBotasAdvisory");
    }

    @Test
    void a_shipped_advisory_of_the_bot_rebuilds_the_bundle_with_the_new_image_once() {
        EventId event = new BotasAdvisoryShipped(ADVISORY).eventId();

        for (int time = 0; time < 2; time++) {
            assertThat(commands.ask(new LookAtAdvisory(ADVISORY, AdvisoryReady.SHIPPED), Boolean.class))
                    .isTrue();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !factsOf(event).isEmpty() && factsOf(event).getLast() instanceof EventCompleted);

        assertThat(factsOf(event).getFirst())
                .isInstanceOfSatisfying(
                        EventRegistered.class,
                        registered -> assertThat(
                                        registered.trigger().eventType().id())
                                .isEqualTo(15));
        assertThat(factsOf(event).getLast()).isEqualTo(new EventCompleted(event, new Tally(1, 0, 0)));
        BuildRequest request = builds.request(BuildId.of(
                event,
                Artifact.image(BUNDLE, MemoryImageBuilds.image(BUNDLE.value()).source())
                        .key()));
        BundleOverrides overrides = Objects.requireNonNull(request.preparation().bundle());
        assertThat(overrides.pullspecs())
                .containsExactly(new Pullspec(APP.original(), "r/shop/app@sha256:22", true, "r/shop/app@sha256:11"));
        assertThat(overrides.csvVersion()).startsWith("1.2.3+0.").endsWith(".p");
        assertThat(overrides.substitutesFor()).isEqualTo("shop.1.2.3");
        assertThat(builds.requests).hasSize(1);
    }

    private List<Object> factsOf(EventId event) {
        return Flows.factsOf(store, event.value());
    }

    /** Named where it is wanted, and no configuration that anybody finds by itself. */
    static class Outside {

        @Bean
        @Primary
        Rules rulesOfTheTest() {
            return RulesForTests.EVERYTHING;
        }

        @Bean
        @Primary
        Advisories advisoriesOfTheTest() {
            return new FakeAdvisories()
                    .with(
                            FakeAdvisories.ofBotas(ADVISORY),
                            new AdvisoryContent(List.of(), List.of(), List.of(), List.of(), List.of(), true));
        }

        @Bean
        @Primary
        ShippedImages shippedImagesOfTheTest() {
            return new FakeShippedImages().with(ADVISORY, List.of(REBUILT), List.of());
        }

        @Bean
        @Primary
        RebuildOrigins originsOfTheTest() {
            return images -> images.contains(REBUILT) ? Map.of(REBUILT, ORIGINAL) : Map.of();
        }

        @Bean
        @Primary
        ImageMetadata imagesOfTheTest() {
            return new FakeImageMetadata()
                    .with(FakeImageMetadata.repository("shop/bundles", "latest"))
                    .with(FakeImageMetadata.image(ORIGINAL.value(), null, FakeImageMetadata.published("shop/images")))
                    .with(FakeImageMetadata.image(
                            BUNDLE.value(), null, FakeImageMetadata.published("shop/bundles", "latest")));
        }

        @Bean
        OperatorBundles bundlesOfTheTest() {
            return new FakeOperatorBundles()
                    .with(ORIGINAL, "sha256:11", true)
                    .with(REBUILT, "sha256:22", false)
                    .with(BUNDLE, "sha256:33", true)
                    .with(new Listed(
                            new OperatorBundle("sha256:33", "shop.1.2.3", "1.2.3"), true, Set.of("sha256:11")));
        }

        @Bean
        BundleManifests manifestsOfTheTest() {
            return new MemoryBundleManifests().with(BUNDLE, new BundleManifest(true, List.of(APP)));
        }

        @Bean
        @Primary
        BuiltImageSource builtImagesOfTheTest() {
            return new MemoryImageBuilds().with(MemoryImageBuilds.image(BUNDLE.value()));
        }

        @Bean
        @Primary
        QuickBuildSystem buildSystemOfTheTest(ObjectProvider<BuildReports> reports) {
            return new QuickBuildSystem(reports);
        }
    }
}
