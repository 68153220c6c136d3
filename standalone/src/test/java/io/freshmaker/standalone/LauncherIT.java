package io.freshmaker.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a repository of our own, with JDKs and a Maven that only say what they were called with. */
class LauncherIT {

    @TempDir
    Path folder;

    private Path repository;
    private Path programs;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(folder.resolve("repo with blank"));
        Files.copy(script(), repository.resolve("freshmaker"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(repository.resolve("pom.xml"), "<project/>");
        programs = Files.createDirectories(folder.resolve("bin"));
        for (String name : List.of(
                "dirname", "basename", "readlink", "grep", "find", "head", "tr", "touch", "mkdir", "rm", "rmdir")) {
            program(programs.resolve(name), "exec " + which(name) + " \"$@\"");
        }
        environment.put("PATH", programs.toString());
        environment.put("HOME", folder.toString());
        environment.put("FRESHMAKER_JDK_DIRS", folder.resolve("none").toString());
    }

    @Test
    void without_a_jdk_25_it_says_in_one_sentence_what_to_install() throws Exception {
        jdk("jdks/old", "17.0.1");
        environment.put("FRESHMAKER_JDK_DIRS", folder.resolve("jdks").toString());
        Run run = launch("events");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output().lines())
                .singleElement()
                .asString()
                .startsWith("freshmaker: Freshmaker needs a JDK 25: install one");
    }

    @Test
    void without_maven_it_says_in_one_sentence_what_to_install() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25.0.1").toString());
        Run run = launch("events");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output().lines()).singleElement().asString().startsWith("freshmaker: Maven is needed");
    }

    @Test
    void a_jdk_in_one_of_the_named_folders_runs_the_jar_from_where_we_are() throws Exception {
        jdk("jdks/old", "17.0.1");
        jdk("jdks/new", "25.0.1");
        environment.put("FRESHMAKER_JDK_DIRS", folder.resolve("none") + ":" + folder.resolve("jdks"));
        maven();
        Run run = launch("publish", "a file.json");
        assertThat(run.output()).contains("mvn in " + repository, "-pl standalone -am package");
        assertThat(run.output())
                .contains("java in " + folder + "\n")
                .contains("[-jar]")
                .contains("[publish]")
                .contains("[a file.json]");
        assertThat(run.status()).isEqualTo(7);
    }

    @Test
    void what_is_built_is_built_again_only_after_a_change() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        maven();
        launch("events");
        assertThat(launch("events").output()).doesNotContain("mvn in");
        Path source = repository.resolve("platform/src/main/java/New.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        assertThat(launch("events").output()).contains("mvn in");
    }

    @Test
    void bench_runs_the_jar_of_the_benchmarks() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        maven();
        Run run = launch("bench", "plan");
        assertThat(run.output())
                .contains("benchmarks-1-exec.jar")
                .contains("[plan]")
                .doesNotContain("[bench]");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectories(home.resolve("bin"));
        program(home.resolve("bin/java"), "echo \"java in $PWD\"; for a in \"$@\"; do echo \"[$a]\"; done; exit 7");
        program(home.resolve("bin/javac"), "exit 0");
        return home;
    }

    private void maven() throws IOException {
        program(
                programs.resolve("mvn"),
                "echo \"mvn in $PWD: $*\"; for m in standalone benchmarks; do mkdir -p $m/target; : >"
                        + " $m/target/$m-1-exec.jar; done");
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Run launch(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(repository.resolve("freshmaker").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    private static Path script() {
        Path here = Path.of("freshmaker").toAbsolutePath();
        return Files.exists(here)
                ? here
                : Path.of("../freshmaker").toAbsolutePath().normalize();
    }

    private static Path which(String program) {
        return List.of("/bin", "/usr/bin").stream()
                .map(bin -> Path.of(bin, program))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private record Run(int status, String output) {}
}
