package io.freshmaker.command.adapter.distgit;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.TriggerSource;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DistGitConfigurationTest {

    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withUserConfiguration(DistGitConfiguration.class)
            .withBean(OutsideSystems.class, Systems::some)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void dist_git_is_there_without_settings_and_follows_nothing() {
        house.run(started -> assertThat(started).hasSingleBean(DistGit.class).doesNotHaveBean(TriggerSource.class));
    }

    @Test
    void with_branches_to_follow_there_is_a_source_of_triggers() {
        house.withPropertyValues(
                        "freshmaker.dist-git.base-url=https://src.example.com/",
                        "freshmaker.dist-git.followed=rpms/bash#f42,modules/shelf#1.0")
                .run(started -> {
                    assertThat(started).hasSingleBean(TriggerSource.class);
                    assertThat(started.getBean(DistGitSettings.class).followedBranches())
                            .extracting(FollowedBranch::toString)
                            .containsExactly("rpms/bash#f42", "modules/shelf#1.0");
                });
    }

    @Test
    void the_user_has_a_place_in_the_url_for_ssh() {
        house.withPropertyValues(
                        "freshmaker.dist-git.ssh-base-url=ssh://%s@pkgs.example.com//",
                        "freshmaker.dist-git.user=robin", "freshmaker.dist-git.password=secret")
                .run(started -> {
                    DistGitSettings settings = started.getBean(DistGitSettings.class);
                    assertThat(settings.pushUrl()).isEqualTo("ssh://robin@pkgs.example.com");
                    assertThat(settings.author()).isEqualTo("Freshmaker <freshmaker-owner@github.com>");
                    assertThat(settings.toString()).doesNotContain("secret");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        base-url=src.example.com | freshmaker.dist-git.base-url: expected git://, https://, http://, ssh:// or file://, found src.example.com
        ssh-base-url=ssh://%s@x  | freshmaker.dist-git.user: expected who pushes, as ssh-base-url contains %s, found nothing
        author=Robin             | freshmaker.dist-git.author: expected Name <address>, found Robin
        followed=bash            | freshmaker.dist-git.followed: expected <namespace>/<name>#<branch> with rpms, modules or container, found bash
        max-calls=0              | freshmaker.dist-git.max-calls: expected at least 1, found 0
        """)
    void a_wrong_setting_stops_the_start_with_one_sentence(String setting, String sentence) {
        house.withPropertyValues("freshmaker.dist-git." + setting)
                .run(started -> assertThat(started).getFailure().rootCause().hasMessage(sentence));
    }
}
