package io.freshmaker.command.adapter.bodhi;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.TriggerSource;
import io.freshmaker.command.port.UpdateDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BodhiConfigurationTest {

    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withUserConfiguration(BodhiConfiguration.class)
            .withBean(OutsideSystems.class, Systems::some);

    @Test
    void nothing_is_caught_up_with_where_no_bodhi_is_named() {
        house.withPropertyValues("freshmaker.bodhi.base-url=")
                .run(started ->
                        assertThat(started).hasSingleBean(UpdateDetails.class).doesNotHaveBean(TriggerSource.class));
    }

    @Test
    void with_its_url_it_is_a_source_of_triggers() {
        house.withPropertyValues(
                        "freshmaker.bodhi.base-url=https://bodhi.example.com/", "freshmaker.bodhi.releases=F42,F43")
                .run(started -> {
                    assertThat(started).hasSingleBean(TriggerSource.class);
                    BodhiSettings settings = started.getBean(BodhiSettings.class);
                    assertThat(settings.baseUrl()).isEqualTo("https://bodhi.example.com");
                    assertThat(settings.releases()).containsExactly("F42", "F43");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        base-url=bodhi.example.com | freshmaker.bodhi.base-url: expected http:// or https://, found bodhi.example.com
        releases=F 42              | freshmaker.bodhi.releases: expected names of releases like F42, found F 42
        read-timeout=0s            | freshmaker.bodhi.read-timeout: expected a duration above zero, found PT0S
        """)
    void a_wrong_setting_stops_the_start_with_one_sentence(String setting, String sentence) {
        house.withPropertyValues("freshmaker.bodhi." + setting)
                .run(started -> assertThat(started).getFailure().rootCause().hasMessage(sentence));
    }
}
