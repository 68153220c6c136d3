package io.freshmaker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessTreeTest {

    @Test
    void memory_and_time_of_this_very_process_are_seen() throws IOException {
        ProcessTree tree = new ProcessTree(ProcessHandle.current());

        assertThat(tree.memoryMb()).isBetween(20.0, 2_000.0);
        assertThat(tree.cpuSeconds()).isBetween(0.1, 600.0);
    }

    @Test
    void the_time_of_children_counts_while_they_run_and_when_they_have_ended() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "timeout 1 sh -c 'while :; do :; done'; cat").start();
        try {
            ProcessTree tree = new ProcessTree(shell.toHandle());
            await().until(() -> tree.cpuSeconds() > 0.1);
            await().until(() -> shell.descendants()
                    .noneMatch(child -> child.info()
                            .command()
                            .filter(command -> command.endsWith("timeout"))
                            .isPresent()));
            assertThat(tree.cpuSeconds()).isGreaterThan(0.1);
        } finally {
            shell.destroyForcibly();
        }
    }
}
