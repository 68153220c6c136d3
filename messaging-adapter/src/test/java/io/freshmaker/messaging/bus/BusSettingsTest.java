package io.freshmaker.messaging.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BusSettingsTest {

    @Test
    void the_defaults_are_those_of_the_contract() {
        BusSettings settings = bind(Map.of());

        assertThat(settings.topicPrefixes()).containsExactly("org.fedoraproject.prod");
        assertThat(settings.outPrefix()).isEqualTo("org.fedoraproject.prod.freshmaker");
        assertThat(settings.parsers()).isEmpty();
        assertThat(settings.prefetch()).isEqualTo(500);
        assertThat(settings.parkedLimit()).isEqualTo(10_000);
    }

    @Test
    void a_trailing_dot_of_a_prefix_is_dropped_and_slashes_are_allowed() {
        BusSettings settings =
                bind(Map.of("freshmaker.bus.topic-prefixes", "org.example., /topic/VirtualTopic.eng, org.example"));

        assertThat(settings.topicPrefixes()).containsExactly("org.example", "/topic/VirtualTopic.eng");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "topic-prefixes|org.*|the beginning of a topic, without blanks, * and #, found 'org.*'",
                "out-prefix|a b|the beginning of a topic, without blanks, * and #, found 'a b'",
                "intake-threads|0|a number from 1 to 32, found 0",
                "prefetch|10001|a number from 1 to 10000, found 10001",
                "confirm-timeout|20s|a time of at most 8s, found PT20S",
                "position-timeout|0s|a time of at most 8s, found PT0S",
                "parked-limit|50001|a number from 1 to 50000, found 50001",
            })
    void a_wrong_setting_is_named_with_what_was_expected(String name, String value, String complaint) {
        assertThatThrownBy(() -> bind(Map.of("freshmaker.bus." + name, value)))
                .rootCause()
                .hasMessage("freshmaker.bus.%s: expected %s", name, complaint);
    }

    @Test
    void every_prefix_is_bound_with_every_suffix() {
        assertThat(Topology.of(List.of("a", "/topic/b"), List.of("git.receive", "x.y"))
                        .bindingKeys())
                .containsExactly("a.git.receive", "a.x.y", "/topic/b.git.receive", "/topic/b.x.y");
    }

    private static BusSettings bind(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given)).bindOrCreate("freshmaker.bus", BusSettings.class);
    }
}
