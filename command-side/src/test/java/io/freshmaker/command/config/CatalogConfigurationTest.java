package io.freshmaker.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.ModuleMetadataChanged;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.command.adapter.catalogfile.CatalogFile;
import io.freshmaker.command.handler.RebuildPlanner;
import io.freshmaker.command.handler.module.ModuleChain;
import io.freshmaker.command.handler.module.ModuleChains;
import io.freshmaker.command.handler.rpm.OwnRebuilds;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownPackage;
import io.freshmaker.command.port.Packages;
import io.freshmaker.command.rules.Rules;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The handlers, wired as they are when it runs, over the files in {@code examples/}. */
class CatalogConfigurationTest {
    private final ApplicationContextRunner spring =
            new ApplicationContextRunner().withUserConfiguration(CatalogConfiguration.class, Handlers.class);
    private final ApplicationContextRunner examples =
            spring.withPropertyValues("catalog=../examples/catalog.yml", "rules=../examples/rules.yml");

    @ComponentScan("io.freshmaker.command.handler")
    static class Handlers {
        @Bean
        OwnRebuilds ownRebuilds() {
            return (_, _) -> Optional.empty();
        }

        @Bean
        ModuleChains chains() {
            return _ -> new ModuleChain(List.of());
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Test
    void the_update_of_the_demo_rebuilds_eight_images_on_four_levels_and_a_module_and_declines_two_images() {
        RebuildPlan plan =
                plan(new UpdateStable("FEDORA-2026-7d1e5ea5a1", List.of("tidewater-tls-3.2.1-1.fc42"), "f42"));

        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().name())
                .containsExactlyInAnyOrder(
                        "harbor-base",
                        "harbor-minimal",
                        "harbor-tools",
                        "lighthouse-python",
                        "ferry-gateway",
                        "lighthouse-api",
                        "ferry-dashboard",
                        "ferry-monitor",
                        "harbor-web");
        assertThat(plan.artifacts().stream().filter(one -> one.artifact().name().equals("ferry-monitor")))
                .flatExtracting(PlannedArtifact::parents)
                .map(Object::toString)
                .containsExactly("image:ferry-dashboard-2.1-1", "image:ferry-gateway-1.8-2");
        assertThat(plan.declined())
                .extracting(one -> one.artifact().name(), one -> one.reason().code())
                .containsExactlyInAnyOrder(
                        tuple("legacy-crane", ReasonCode.BLOCKED), tuple("anchor-scanner", ReasonCode.NOT_OLDER));
    }

    @Test
    void the_update_of_the_examples_rebuilds_packages_in_order_and_the_modules_that_have_its_package() {
        RebuildPlan plan = plan(new UpdateStable("FEDORA-2026-2f0c41a9d3", List.of("tidewater-zip-2.0-1.fc42"), "f42"));

        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().key().value())
                .containsExactlyInAnyOrder(
                        "rpm:tidewater-archive:f42",
                        "rpm:harbor-logbook:f42",
                        "module:harbor-web:1.0",
                        "module:tide-tables:2.0");
        assertThat(plan.artifacts().stream().filter(one -> one.artifact().name().equals("harbor-logbook")))
                .flatExtracting(PlannedArtifact::parents)
                .map(Object::toString)
                .containsExactly("rpm:tidewater-archive:f42");
    }

    @Test
    void the_pushes_of_the_examples_rebuild_what_they_should() {
        assertThat(names(new RpmSpecChanged("tidewater-zip", "f42", "b1f2")))
                .containsExactly("harbor-web", "tide-tables");
        assertThat(names(new ModuleMetadataChanged("tide-tables", "2.0", "e9d8")))
                .containsExactly("tide-tables");
        assertThat(names(new DockerfileChanged("lighthouse-api", "f42", "2468")))
                .containsExactly("lighthouse-api");
        assertThat(names(new DockerfileChanged("somebody-elses", "f42", "2468")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\u0000\u001b[2J", "$(touch hacked)", "../../etc/passwd", "", " ", "-", "--"})
    void values_that_nobody_would_send_lead_to_nothing(String value) {
        for (String hostile : List.of(value, value.repeat(10_000), "x" + value)) {
            assertThat(names(new RpmSpecChanged(hostile, hostile, hostile))).isEmpty();
            assertThat(names(new DockerfileChanged(hostile, hostile, hostile))).isEmpty();
            assertThat(names(
                            new UpdateStable(hostile, List.of("tidewater-tls-3-1" + value.replace("-", "_")), hostile)))
                    .isEmpty();
        }
    }

    @Test
    void a_missing_setting_is_one_sentence_that_names_the_option() {
        spring.withPropertyValues("rules=../examples/rules.yml")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseMessage(
                                "The setting catalog is missing: --catalog=FILE names the file that says which"
                                        + " artifact contains what"));
    }

    @Test
    void a_catalog_in_another_system_needs_no_file() {
        new ApplicationContextRunner()
                .withUserConfiguration(CatalogConfiguration.class)
                .withPropertyValues("freshmaker.catalog=pdc", "rules=../examples/rules.yml")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(CatalogFile.class)
                        .hasSingleBean(Rules.class)
                        .getBean(Packages.class)
                        .satisfies(packages -> assertThat(packages.builtWith(List.of("tidewater-zip"), "f42"))
                                .isEmpty()));
    }

    @Test
    void what_packages_are_built_with_is_the_files_answer_whichever_system_knows_images() {
        new ApplicationContextRunner()
                .withUserConfiguration(CatalogConfiguration.class)
                .withPropertyValues(
                        "freshmaker.catalog=pyxis", "catalog=../examples/catalog.yml", "rules=../examples/rules.yml")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(Images.class).hasSingleBean(Packages.class);
                    assertThat(context.getBean(Packages.class).builtWith(List.of("tidewater-zip"), "f42"))
                            .extracting(KnownPackage::name)
                            .containsExactly("harbor-logbook", "tidewater-archive");
                });
    }

    @Test
    void handlers_that_are_not_named_are_off_and_a_wrong_name_stops_the_start() {
        examples.withPropertyValues("freshmaker.handlers=RebuildModulesOnGitMMDChange")
                .run(context -> assertThat(context.getBean(RebuildPlanner.class)
                                .plan(
                                        new DockerfileChanged("lighthouse-api", "f42", "2468"),
                                        EventType.GitDockerfileChangeEvent,
                                        false)
                                .isEmpty())
                        .isTrue());
        examples.withPropertyValues("freshmaker.handlers=Rebuild")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseMessage(
                                "The setting freshmaker.handlers names Rebuild, which is none of the handlers"
                                        + " HandleBotasAdvisory, RebuildFlatpakApplicationOnModuleReady,"
                                        + " RebuildImagesOnAsyncManualBuild, RebuildImagesOnGitDockerfileChange,"
                                        + " RebuildImagesOnRPMAdvisoryChange, RebuildImagesOnRPMBodhiUpdate,"
                                        + " RebuildImagesOnRPMTagged, RebuildModulesOnGitMMDChange,"
                                        + " RebuildModulesOnGitRPMSpecChange, RebuildModulesOnModuleBuilt,"
                                        + " RebuildModulesOnRPMBodhiUpdate, RebuildModulesOnRPMTagged,"
                                        + " RebuildRPMsOnRPMBodhiUpdate, RebuildRPMsOnRPMTagged"));
    }

    private List<String> names(Trigger trigger) {
        return plan(trigger).artifacts().stream()
                .map(one -> one.artifact().name())
                .toList();
    }

    private RebuildPlan plan(Trigger trigger) {
        AtomicReference<RebuildPlan> plan = new AtomicReference<>(RebuildPlan.EMPTY);
        examples.run(
                context -> plan.set(context.getBean(RebuildPlanner.class).plan(trigger, trigger.eventType(), false)));
        return plan.get();
    }
}
