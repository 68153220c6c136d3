package io.freshmaker.command.adapter.mbs;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.DistGit;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MbsConfigurationTest {

    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withUserConfiguration(MbsConfiguration.class)
            .withBean("systems", OutsideSystems.class, Systems::some)
            .withBean(DistGit.class, MemoryDistGit::new)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void what_is_not_asked_for_is_not_there() {
        spring.run(context -> assertThat(context)
                .doesNotHaveBean(MbsBuildSystem.class)
                .doesNotHaveBean(MbsModules.class)
                .doesNotHaveBean(MbsModuleSource.class));
    }

    @Test
    void what_is_asked_for_is_there_also_without_an_address() {
        spring.withPropertyValues("freshmaker.build.system=koji-mbs", "freshmaker.catalog=mbs-koji")
                .run(context -> assertThat(context)
                        .hasSingleBean(MbsBuildSystem.class)
                        .hasSingleBean(MbsModules.class)
                        .doesNotHaveBean(MbsModuleSource.class));
        spring.withPropertyValues("freshmaker.mbs.base-url=https://mbs.example.com", "freshmaker.mbs.max-builds=3")
                .run(context -> assertThat(context)
                        .hasSingleBean(MbsModuleSource.class)
                        .getBean(MbsSettings.class)
                        .extracting(MbsSettings::maxBuilds)
                        .isEqualTo(3));
    }

    @Test
    void how_many_builds_it_has_and_how_often_it_is_asked_is_what_the_settings_say() {
        spring.withPropertyValues(
                        "freshmaker.build.system=koji-mbs",
                        "freshmaker.mbs.max-builds=3",
                        "freshmaker.mbs.poll-interval=5s")
                .run(context -> {
                    MbsBuildSystem system = context.getBean(MbsBuildSystem.class);
                    assertThat(system.places()).isEqualTo(3);
                    assertThat(system.pollInterval()).hasSeconds(5);
                });
    }

    @Test
    void an_empty_setting_is_none() {
        spring.withPropertyValues("freshmaker.mbs.base-url=", "freshmaker.mbs.token= ", "freshmaker.mbs.owner=")
                .run(context -> {
                    MbsSettings settings = context.getBean(MbsSettings.class);
                    assertThat(settings.baseUrl()).isNull();
                    assertThat(settings.token()).isNull();
                    assertThat(settings.owner()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        base-url=mbs.example.com | freshmaker.mbs.base-url: expected an http or https address, found mbs.example.com
        max-builds=0             | freshmaker.mbs.max-builds: expected at least 1, found 0
        poll-interval=0s         | freshmaker.mbs.poll-interval: expected a duration above zero, found PT0S
        catalog-age=-1s          | freshmaker.mbs.catalog-age: expected a duration, found PT-1S
        max-attempts=11          | freshmaker.mbs.max-attempts: expected 1 to 10, found 11
        """)
    void a_wrong_setting_stops_the_start_with_one_sentence(String setting, String sentence) {
        spring.withPropertyValues("freshmaker.mbs." + setting)
                .run(context -> assertThat(context).getFailure().hasRootCauseMessage(sentence));
    }
}
