package io.freshmaker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.BundlePinned;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuildReports;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.BundleManifests;
import io.freshmaker.command.port.MemoryBundleManifests;
import io.freshmaker.command.port.OperatorBundle;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import io.freshmaker.platform.command.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

/** One plan through all types (decision 34): a package, the module it is in, the image with that module, the bundle that pins the image. */
@SpringBootTest(classes = {CommandSideApplication.class, MixedPlanFlowIT.Outside.class})
@DirtiesContext // ends it while its database is there
class MixedPlanFlowIT {

    private static final BuildTagged TAGGED = new BuildTagged("zip-1.10-1.fc42", "f42-updates", "f42");
    private static final EventId EVENT = TAGGED.eventId();

    private static final String CATALOG = """
        rpms:
          - {name: archive, branch: f42, target: f42-candidate, build_requires: [zip]}
        modules:
          - {name: web, stream: "1.0", version: 1, components: [{rpm: archive, branch: f42}]}
        images:
          - {nvr: app-1-1, repository: container/app, branch: f42, modules: [{name: web, stream: "1.0"}]}
          - {nvr: shop-bundle-1-1, repository: container/shop-bundle, branch: f42}
        """;

    @TempDir
    static Path files;

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore store;

    @Autowired
    private QuickBuildSystem builds;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        Flows.ofTheTest(properties, () -> files);
        properties.add("freshmaker.handlers", () -> "RebuildRPMsOnRPMTagged");
        properties.add(
                "freshmaker.follow-ups",
                () -> "RebuildModulesWithPackages,RebuildImagesWithModules,RebuildBundlesWithImages");
        properties.add("catalog", () -> {
            try {
                return Files.writeString(files.resolve("world.yml"), CATALOG).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void one_event_leads_from_a_package_over_module_and_image_to_the_bundle_with_the_new_digest() {
        commands.send(RegisterEvent.of("tag-1", TAGGED, false));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !factsOf(EVENT.value()).isEmpty()
                        && factsOf(EVENT.value()).getLast() instanceof EventCompleted);

        assertThat(factsOf(EVENT.value()).getLast()).isEqualTo(new EventCompleted(EVENT, new Tally(4, 0, 0)));
        assertThat(started("module:web:1.0").parents()).containsExactly("archive");
        assertThat(started("image:app-1-1").parents()).containsExactly("web");
        String app = Objects.requireNonNull(started("image:app-1-1").rebuiltNvr());
        BuildId bundle = build("image:shop-bundle-1-1");
        assertThat(started("image:shop-bundle-1-1").parents()).containsExactly(app);
        assertThat(factsOf(bundle.value())).hasAtLeastOneElementOfType(BundlePinned.class);
        assertThat(Objects.requireNonNull(builds.request(bundle).preparation().bundle())
                        .pullspecs())
                .containsExactly(new Pullspec("r/shop/app:v1", "r/shop/app@sha256:22", true, "r/shop/app@sha256:11"));
        assertThat(builds.requests).hasSize(4);
    }

    private ArtifactBuildStarted started(String key) {
        return (ArtifactBuildStarted) factsOf(build(key).value()).stream()
                .filter(ArtifactBuildStarted.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static BuildId build(String key) {
        return BuildId.of(EVENT, new ArtifactKey(key));
    }

    private List<Object> factsOf(String aggregate) {
        return Flows.factsOf(store, aggregate);
    }

    /** Named where it is wanted, and no configuration that anybody finds by itself. */
    static class Outside {

        @Bean
        @Primary
        Rules rulesOfTheTest() {
            return RulesForTests.EVERYTHING;
        }

        @Bean
        OperatorBundles bundlesOfTheTest() {
            return new Shop();
        }

        @Bean
        BundleManifests manifestsOfTheTest() {
            return new MemoryBundleManifests()
                    .with(
                            new Nvr("shop-bundle-1-1"),
                            new BundleManifest(
                                    true, List.of(new Pullspec("r/shop/app:v1", "r/shop/app@sha256:11", false, null))));
        }

        @Bean
        @Primary
        QuickBuildSystem buildSystemOfTheTest(ObjectProvider<BuildReports> reports) {
            return new QuickBuildSystem(reports);
        }
    }

    /** One bundle with one image; every rebuild of the image has the digest {@code sha256:22}. */
    private static final class Shop implements OperatorBundles {

        @Override
        public List<OperatorBundle> referringTo(Collection<String> digests) {
            return digests.contains("sha256:11")
                    ? List.of(new OperatorBundle("sha256:33", "shop.1.2.3", "1.2.3"))
                    : List.of();
        }

        @Override
        public Map<Nvr, OperatorBundle> bundlesIn(Collection<Nvr> images) {
            return Map.of(); // nobody names one
        }

        @Override
        public Map<String, Nvr> imagesWith(Collection<String> digests) {
            return Map.of("sha256:33", new Nvr("shop-bundle-1-1"));
        }

        @Override
        public Map<Nvr, List<ManifestList>> manifestsOf(Collection<Nvr> images) {
            Map<Nvr, List<ManifestList>> manifests = new TreeMap<>();
            for (Nvr image : images) {
                boolean old = image.value().equals("app-1-1");
                manifests.put(image, List.of(new ManifestList(old ? "sha256:11" : "sha256:22", old)));
            }
            return manifests;
        }
    }
}
