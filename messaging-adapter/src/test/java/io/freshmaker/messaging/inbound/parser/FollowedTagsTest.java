package io.freshmaker.messaging.inbound.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FollowedTagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"f41-updates", "rhel-8.4-candidate", "eln_extras", "Mixed-Case"})
    void a_tag_may_be_written_into_the_name_of_the_setting(String tag) {
        assertThat(bound("freshmaker.followed-tags." + tag).branchOf(tag)).contains("f41");
    }

    @Test
    void a_tag_with_other_characters_is_written_in_brackets() {
        assertThat(bound("freshmaker.followed-tags[c++-tag]").branchOf("c++-tag"))
                .contains("f41");
    }

    @Test
    void nothing_is_followed_unless_told() {
        assertThat(bound("freshmaker.other").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f 41|f41|freshmaker.followed-tags: expected a Koji tag, found 'f 41'",
                "f41|../x|freshmaker.followed-tags.f41: expected a branch, found '../x'",
            })
    void a_wrong_tag_or_branch_stops_the_start_with_a_sentence(String tag, String branch, String sentence) {
        assertThatThrownBy(() -> new FollowedTags(Map.of(tag, branch)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    private static FollowedTags bound(String setting) {
        return new Binder(new MapConfigurationPropertySource(Map.of(setting, "f41")))
                .bindOrCreate("freshmaker", FollowedTags.class);
    }
}
