package io.freshmaker.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program of ours in a process of its own, how long it took until it said that it is ready, and what it says after that. */
record StartedProcess(Process process, String readyLine, double seconds, List<String> lines) implements AutoCloseable {

    private static final int STOP_LIMIT_SECONDS = 30;

    /** Starts it and waits for the first line that begins so. */
    static StartedProcess start(List<String> command, String ready) throws IOException {
        return start(command, line -> line.startsWith(ready));
    }

    /** Starts it and waits for a line that says that it is ready. */
    static StartedProcess start(List<String> command, Predicate<String> ready) throws IOException {
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !ready.test(line)) line = output.readLine();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (line == null) throw new IllegalStateException("It ended before it was ready: " + command);
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> drain(output, lines));
        return new StartedProcess(process, line, seconds, lines);
    }

    /** Or it would stop at a full pipe. */
    private static void drain(BufferedReader output, List<String> lines) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) lines.add(line);
        } catch (IOException ended) {
            // and its pipe with it
        }
    }

    ProcessTree tree() {
        return new ProcessTree(process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
