package io.freshmaker.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SettingsCheckTest {

    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(Room.class, SettingsConfiguration.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "freshmaker.oven.time-out=3s",
                "freshmaker.oven.timeOut=3s",
                "freshmaker.oven.racks[0]=upper",
                "freshmaker.oven.heat.upper=200",
                "freshmaker.oven.light.color.hue=warm",
                "freshmaker.fuel=gas",
                "server.port=1"
            })
    void what_exists_is_taken(String setting) {
        start.withPropertyValues(setting).run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "freshmaker.nonsense=1,              There is no setting freshmaker.nonsense;",
        "freshmaker.oven.timeot=1s,          There is no setting freshmaker.oven.timeot;",
        "freshmaker.oven.time-out.unit=1s,   There is no setting freshmaker.oven.time-out.unit;",
        "freshmaker.oven.light.colour.hue=1, There is no setting freshmaker.oven.light.colour.hue;",
        "freshmaker.fuel=coal,               'freshmaker.fuel: expected gas or wood, found coal'",
    })
    void what_does_not_exist_stops_the_start_with_its_name(String setting, String sentence) {
        start.withPropertyValues(setting)
                .run(context -> assertThat(context).getFailure().hasMessageStartingWith(sentence));
    }

    @Test
    void a_name_in_the_environment_may_be_meant_for_another_service() {
        start.withSystemProperties("freshmaker.nonsense=1")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void only_full_names_are_known() {
        assertThatThrownBy(() -> new SettingNames().add("Not A Name")).isInstanceOf(RuntimeException.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Oven.class)
    @KnownSetting(
            name = "freshmaker.fuel",
            choices = {"gas", "wood"})
    @KnownSetting(name = "freshmaker.brand")
    static class Room {}

    @ConfigurationProperties("freshmaker.oven")
    record Oven(Duration timeOut, List<String> racks, Map<String, String> heat, Light light) {
        record Light(Map<String, String> color) {}
    }
}
