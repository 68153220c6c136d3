package io.freshmaker.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server program that a test has started; it is known by its process id and nothing else is ever signalled. */
final class ServerProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long STEP_MILLIS = 20;

    private final Process process;
    private final Path output;

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Its standard output and error go to the file, which is emptied first. */
    static ServerProcess start(ProcessBuilder command, Path output) {
        try {
            return new ServerProcess(
                    command.redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it has printed that; false when it has ended before. */
    boolean says(String words) {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive()) {
            if (printed().contains(words)) return true;
            if (System.nanoTime() > end) throw new IllegalStateException("Does not start: " + printed());
            pause();
        }
        return false;
    }

    /** All that it has printed. */
    String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Sends a signal by its name. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end, by that signal, and returns when it has. */
    void stop(String signal) {
        if (!process.isAlive()) return;
        signal(signal);
        if (!hasEnded()) kill();
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        if (!hasEnded()) throw new IllegalStateException("Cannot be killed: process " + process.pid());
    }

    /** A port that nothing listens on now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void pause() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
