package io.freshmaker.command.adapter.flatpak;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.FlatpakIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FlatpakConfigurationTest {

    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withUserConfiguration(FlatpakConfiguration.class)
            .withBean(OutsideSystems.class, Systems::some);

    @Test
    void the_index_is_there_where_its_address_is_set() {
        house.run(started -> assertThat(started).doesNotHaveBean(FlatpakIndex.class));
        house.withPropertyValues("freshmaker.flatpak.server-url=")
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(FlatpakIndex.class));
        house.withPropertyValues("freshmaker.flatpak.server-url=https://flatpaks.example.com/")
                .run(started -> assertThat(started).hasSingleBean(FlatpakIndex.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        server-url=flatpaks.example.com | freshmaker.flatpak.server-url: expected an http or https address, found flatpaks.example.com
        max-attempts=11                 | freshmaker.flatpak.max-attempts: expected 1 to 10, found 11
        """)
    void a_wrong_setting_stops_the_start_with_one_sentence(String setting, String sentence) {
        house.withPropertyValues("freshmaker.flatpak." + setting)
                .run(started -> assertThat(started).getFailure().rootCause().hasMessage(sentence));
    }
}
