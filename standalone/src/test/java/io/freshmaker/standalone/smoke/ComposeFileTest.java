package io.freshmaker.standalone.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must be true of {@code docker-compose.yml} and {@code Dockerfile}, as no Docker engine is at hand to try them. */
class ComposeFileTest {

    private static final List<String> OURS = List.of("command-side", "messaging-adapter", "query-side");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");

    private final ComposeFile compose = ComposeFile.read();
    private final ImageFile image = ImageFile.read();

    @Test
    void the_house_and_what_it_needs_are_there_two_processes_of_each_service() {
        assertThat(compose.services().keySet())
                .containsExactlyInAnyOrder("command-side", "messaging-adapter", "query-side", "postgres", "rabbitmq");
        OURS.forEach(name -> assertThat(compose.service(name).scale()).as(name).isEqualTo(2));
    }

    @Test
    void everything_is_watched_limited_and_comes_back() {
        compose.services()
                .forEach((name, service) -> assertThat(
                                List.of("healthcheck", "mem_limit", "cpus", "restart", "networks", "logging"))
                        .as(name)
                        .allMatch(service::has));
    }

    @Test
    void only_the_api_is_published_and_only_on_this_machine() {
        compose.services().forEach((name, service) -> {
            if (name.equals("query-side")) assertThat(service.ports()).allMatch(port -> port.startsWith("127.0.0.1:"));
            else assertThat(service.ports()).as(name).isEmpty();
        });
        assertThat(compose.service("query-side").ports()).isNotEmpty();
    }

    @Test
    void secrets_come_from_outside_and_have_no_default() {
        compose.services()
                .forEach((name, service) -> service.environment().forEach((variable, value) -> {
                    if (variable.matches(".*(PASS|PASSWORD|SECRET)"))
                        assertThat(value).as("%s of %s", variable, name).matches(REQUIRED);
                }));
        OURS.forEach(name -> assertThat(compose.service(name).environment())
                .containsKeys("SPRING_DATASOURCE_PASSWORD", "FRESHMAKER_CLUSTER_SECRET"));
    }

    @Test
    void what_must_not_be_lost_lies_in_named_volumes() {
        assertThat(compose.service("postgres").volumes()).containsExactly("postgres:/var/lib/postgresql");
        assertThat(compose.service("rabbitmq").volumes()).containsExactly("rabbitmq:/var/lib/rabbitmq");
    }

    @Test
    void each_command_is_a_jar_of_the_image_that_the_module_of_its_name_makes() {
        Map<String, Path> jars = image.jars();
        for (String name : OURS) {
            assertThat(compose.service(name).command()).containsExactly(name + ".jar");
            assertThat(jars.get(name + ".jar"))
                    .isEqualTo(Launcher.ROOT.resolve(name).resolve("target").resolve(name + "-exec.jar"));
        }
        assertThat(image.entryPoint()).startsWith("java").endsWith("-jar");
    }

    @Test
    void the_image_runs_as_nobody_special_and_has_the_health_check() {
        assertThat(image.text()).contains("\nUSER freshmaker\n", "COPY docker/healthy.sh ./\n", "\nHEALTHCHECK ");
        OURS.forEach(name -> assertThat(compose.service(name).healthCheck())
                .containsEntry("test", List.of("CMD", "/opt/freshmaker/healthy.sh")));
    }
}
