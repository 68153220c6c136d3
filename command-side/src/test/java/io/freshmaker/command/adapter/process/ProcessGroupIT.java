package io.freshmaker.command.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ProcessGroupIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final Instant FAR = Instant.now().plusSeconds(600);

    @TempDir
    Path signs;

    private Programs programs = new Programs(Path.of("."));

    @BeforeEach
    void signs() {
        programs = new Programs(signs);
    }

    @Test
    void the_status_is_the_program_s() throws IOException {
        try (ProcessGroup group = start(programs.script("exit 42"), FAR)) {
            awaitEnd(group);

            assertThat(group.exitStatus()).hasValue(42);
        }
    }

    @Test
    void a_command_is_neither_a_builtin_nor_a_function_of_the_script_around_it() throws IOException {
        try (ProcessGroup group = start(List.of("end_group", "2"), FAR)) {
            awaitEnd(group);

            assertThat(group.exitStatus()).hasValue(127);
        }
    }

    @Test
    void arguments_arrive_as_they_are() throws IOException {
        List<String> words = List.of("printf", "%s|", "$(touch x)", "a b", "", "*", "-n");
        OutputTail tail = new OutputTail();
        try (ProcessGroup group = start(words, FAR)) {
            awaitEnd(group);
            group.drainTo(tail);
        }

        assertThat(tail.text()).isEqualTo("$(touch x)|a b||*|-n|");
    }

    @Test
    void a_group_that_nobody_speaks_to_ends_at_its_deadline() throws IOException {
        try (ProcessGroup group = startStubborn(Instant.now().plusSeconds(5))) {
            awaitEnd(group);

            assertThat(group.exitStatus()).isEmpty();
            assertThat(group.isGone()).isTrue();
            assertThat(programs.lives("pid")).isFalse();
        }
    }

    @Test
    void a_group_lives_on_while_it_is_told_to() throws IOException {
        try (ProcessGroup group = startStubborn(Instant.now().plusSeconds(3))) {
            group.liveUntil(FAR);

            await().during(Duration.ofSeconds(6)).atMost(LONG_ENOUGH).until(() -> !group.hasEnded());
        }
    }

    @Test
    void a_deadline_that_has_passed_starts_nothing() throws IOException {
        try (ProcessGroup group =
                start(programs.script("touch \"$1/started\""), Instant.now().minusSeconds(1))) {
            awaitEnd(group);

            assertThat(group.exitStatus()).isEmpty();
            assertThat(programs.left("started")).isFalse();
        }
    }

    @Test
    void an_abandoned_group_ends() throws IOException {
        try (ProcessGroup group = startStubborn(FAR)) {
            group.abandon();

            await().atMost(LONG_ENOUGH).until(() -> !programs.lives("pid"));
        }
    }

    @Test
    void a_group_ends_when_its_owner_is_killed() throws IOException {
        Process owner = owner(600);

        owner.destroyForcibly();

        await().atMost(LONG_ENOUGH).until(() -> !programs.lives("pid"));
    }

    @Test
    void a_group_ends_when_its_owner_is_frozen() throws IOException, InterruptedException {
        Process owner = owner(4);
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(owner.pid()))
                    .start()
                    .waitFor();

            await().atMost(LONG_ENOUGH).until(() -> !programs.lives("pid"));
            assertThat(owner.isAlive()).isTrue();
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void a_signal_that_is_meant_for_the_owner_does_not_end_the_build() throws IOException, InterruptedException {
        List<String> waiting =
                programs.script("echo $$ > \"$1/pid\"; until [ -e \"$1/go\" ]; do sleep 0.05; done; exit 5");
        try (ProcessGroup group = start(waiting, FAR)) {
            await().atMost(LONG_ENOUGH).until(() -> !programs.lines("pid").isEmpty());
            long wrapper = ProcessHandle.of(Long.parseLong(programs.lines("pid").getFirst()))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow()
                    .pid();

            for (String signal : List.of("-INT", "-TERM", "-HUP")) {
                new ProcessBuilder("kill", signal, Long.toString(wrapper))
                        .start()
                        .waitFor();
            }
            await().during(Duration.ofSeconds(1)).until(() -> !group.hasEnded());
            Files.createFile(signs.resolve("go"));

            awaitEnd(group);
            assertThat(group.exitStatus()).hasValue(5);
        }
    }

    private Process owner(int seconds) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classPath = System.getProperty("java.class.path");
        Process owner = new ProcessBuilder(
                        java, "-cp", classPath, GroupOwner.class.getName(), signs.toString(), Integer.toString(seconds))
                .redirectErrorStream(true)
                .redirectOutput(signs.resolve("owner.txt").toFile())
                .start();
        await().atMost(LONG_ENOUGH).until(() -> !programs.lines("pid").isEmpty());
        return owner;
    }

    private ProcessGroup startStubborn(Instant deadline) throws IOException {
        ProcessGroup group =
                start(programs.script("trap '' TERM; echo $$ > \"$1/pid\"; while :; do sleep 0.2; done"), deadline);
        await().atMost(LONG_ENOUGH).until(() -> !programs.lines("pid").isEmpty());
        return group;
    }

    private ProcessGroup start(List<String> command, Instant deadline) throws IOException {
        return ProcessGroup.start(command, Map.of(), signs, deadline);
    }

    private static void awaitEnd(ProcessGroup group) {
        await().atMost(LONG_ENOUGH).until(group::hasEnded);
    }
}
