package io.freshmaker.command.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProcessBuilderSettingsTest {

    @EnableConfigurationProperties(ProcessBuilderSettings.class)
    private static final class Configured {}

    @Test
    void a_plain_string_is_a_list_of_one_whatever_is_in_it() {
        assertThat(settings("command=make, not \"love\"").commandFor("image")).containsExactly("make, not \"love\"");
    }

    @Test
    void a_list_is_a_command_with_arguments() {
        ProcessBuilderSettings settings = settings("command[0]=make", "command[1]=a,b", "command[2]=$HOME");

        assertThat(settings.commandFor("module")).containsExactly("make", "a,b", "$HOME");
    }

    @Test
    void a_type_may_have_a_command_of_its_own() {
        ProcessBuilderSettings settings = settings("command=make", "commands.module=mbs,x", "commands.image[0]=osbs");

        assertThat(settings.commandFor("module")).containsExactly("mbs,x");
        assertThat(settings.commandFor("image")).containsExactly("osbs");
        assertThat(settings.commandFor("rpm")).containsExactly("make");
    }

    @Test
    void a_path_is_meant_from_where_the_process_was_started() {
        assertThat(settings("command=examples/build.sh").commandFor("image"))
                .containsExactly(Path.of("examples/build.sh").toAbsolutePath().toString());
    }

    @Test
    void there_is_a_place_for_each_processor_and_a_lease_of_25_seconds() {
        ProcessBuilderSettings settings = settings("command=make");

        assertThat(settings.places()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(25));
        assertThat(settings.life()).isEqualTo(Duration.ofSeconds(17));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "parallel=2; freshmaker.build.process.command is missing: the program that builds",
                "command=; freshmaker.build.process.command is empty: the program that builds is expected",
                "command=make,commands.image=; freshmaker.build.process.commands.image is empty: the program that"
                        + " builds is expected",
                "command=make,parallel=0; freshmaker.build.process.parallel must be at least 1, but is 0",
                "command=make,lease=5s; freshmaker.build.process.lease must be at least 10s, but is PT5S",
            })
    void a_wrong_setting_stops_the_start_with_a_sentence(String wrong, String sentence) {
        runner(wrong.split(","))
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(sentence));
    }

    private static ProcessBuilderSettings settings(String... properties) {
        ProcessBuilderSettings[] found = new ProcessBuilderSettings[1];
        runner(properties).run(context -> found[0] = context.getBean(ProcessBuilderSettings.class));
        return found[0];
    }

    private static ApplicationContextRunner runner(String... properties) {
        String[] named = Arrays.stream(properties)
                .map(property -> ProcessBuilderSettings.PREFIX + "." + property)
                .toArray(String[]::new);
        return new ApplicationContextRunner()
                .withUserConfiguration(Configured.class)
                .withPropertyValues(named);
    }
}
