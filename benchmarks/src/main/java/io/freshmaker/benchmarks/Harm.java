package io.freshmaker.benchmarks;

import java.io.IOException;
import java.time.Duration;

/** What can happen to a process. */
final class Harm {

    static final Duration PAUSE = Duration.ofSeconds(20);

    private Harm() {}

    static void kill(Process process) {
        process.destroyForcibly();
    }

    /** As a long garbage collection, or a virtual machine that is moved. */
    static void pause(Process process) {
        try {
            signal(process, "STOP");
            Thread.sleep(PAUSE);
            signal(process, "CONT");
        } catch (IOException e) {
            throw new IllegalStateException("No signal could be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
