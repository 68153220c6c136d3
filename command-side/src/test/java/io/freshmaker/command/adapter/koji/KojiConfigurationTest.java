package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.outside.FollowedTags;
import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.BuiltContent;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KojiConfigurationTest {

    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withUserConfiguration(KojiConfiguration.class)
            .withBean(OutsideSystems.class, () -> new OutsideSystems(new SimpleMeterRegistry()))
            .withBean(DistGit.class, () -> Kojis.git("0123abc"))
            .withBean(FollowedTags.class, () -> new FollowedTags(Map.of()))
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void nothing_is_offered_to_those_who_do_not_use_koji_and_no_setting_is_needed() {
        spring.run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(KojiTags.class)
                .doesNotHaveBean(KojiBuildSystem.class)
                .doesNotHaveBean(BuiltContent.class)
                .doesNotHaveBean(Images.class)
                .doesNotHaveBean(Updates.class));
    }

    @Test
    void the_settings_of_docs_systems_koji_are_those_that_there_are() {
        spring.withPropertyValues(
                        "freshmaker.build.system=koji-mbs",
                        "freshmaker.catalog=mbs-koji",
                        "freshmaker.dist-git.base-url=https://src.example",
                        "freshmaker.root-url=https://freshmaker.example",
                        "freshmaker.koji.hub-url=https://koji.example/kojihub",
                        "freshmaker.koji.web-url=https://koji.example/koji",
                        "freshmaker.koji.top-url=https://koji.example/kojifiles",
                        "freshmaker.koji.scratch=true",
                        "freshmaker.koji.owner=freshmaker",
                        "freshmaker.koji.poll-interval=30s",
                        "freshmaker.koji.max-builds=5",
                        "freshmaker.koji.image-tags=f42-container,f43-container",
                        "freshmaker.koji.catalog-age=1h",
                        "freshmaker.koji.max-calls=3")
                .run(context -> {
                    KojiSettings settings = context.getBean(KojiSettings.class);
                    assertThat(settings.imageTags()).isEqualTo(List.of("f42-container", "f43-container"));
                    assertThat(context.getBean(KojiBuildSystem.class).places()).isEqualTo(5);
                    assertThat(context.getBean(KojiBuildSystem.class).pollInterval())
                            .isEqualTo(Duration.ofSeconds(30));
                    assertThat(context).hasSingleBean(Images.class).hasSingleBean(Updates.class);
                });
    }

    @Test
    void koji_says_what_it_built_where_it_builds_and_keeps_it() {
        ApplicationContextRunner building = spring.withPropertyValues("freshmaker.build.system=koji-mbs");

        building.run(context -> assertThat(context).hasSingleBean(BuiltContent.class));
        for (String setting : List.of("freshmaker.koji.scratch=true", "freshmaker.dry-run=true")) {
            building.withPropertyValues(setting)
                    .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(BuiltContent.class));
        }
    }

    @Test
    void a_build_without_an_address_is_refused_by_name() {
        spring.withPropertyValues(
                        "freshmaker.build.system=koji-mbs", "freshmaker.dist-git.base-url=https://src.example")
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(KojiBuildSystem.class).submit(BuildRequests.image(1)))
                        .hasMessage("Koji is not known here: the setting freshmaker.koji.hub-url is missing"));
    }

    @Test
    void a_wrong_address_of_ourselves_stops_the_start_where_koji_builds() {
        spring.withPropertyValues("freshmaker.build.system=koji-mbs", "freshmaker.root-url=freshmaker.example")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseMessage(
                                "freshmaker.root-url: expected an http or https address, found freshmaker.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        auth=ssl | freshmaker.koji.client-certificate: expected a PEM file, for auth=ssl, found nothing
        auth=kerberos | freshmaker.koji.principal: expected a principal, for auth=kerberos, found nothing
        keytab=/no/such/file | freshmaker.koji.keytab: expected a keytab, found /no/such/file, which cannot be read
        max-builds=0 | freshmaker.koji.max-builds: expected at least 1, found 0
        poll-interval=0s | freshmaker.koji.poll-interval: expected a duration above zero, found PT0S
        hub-url=koji.example/kojihub | freshmaker.koji.hub-url: expected an http or https address, found koji.example/kojihub
        max-calls=0 | freshmaker.koji.max-calls: expected at least 1, found 0
        """)
    void a_wrong_setting_stops_the_start_with_one_sentence(String setting, String sentence) {
        spring.withPropertyValues("freshmaker.koji." + setting)
                .run(context -> assertThat(context).getFailure().hasRootCauseMessage(sentence));
    }
}
