package io.freshmaker.messaging.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's python3-pika, the client library beneath fedora-messaging, as a program of its own. */
public final class RealPika {

    private static final boolean REQUIRED = Boolean.parseBoolean(System.getenv("FRESHMAKER_PIKA_REQUIRED"));
    private static final String PYTHON = "/usr/bin/python3";
    private static final int LIMIT_SECONDS = 90;

    private RealPika() {}

    /** Where there is none, that is said in one loud line and the calling test is skipped; where it is required, the test fails. */
    public static RealPika orSkip() {
        boolean there = Files.isExecutable(Path.of(PYTHON)) && isThere();
        if (!there && REQUIRED) throw new AssertionError("Required, but not there: python3-pika");
        if (!there) System.err.println("SKIPPED: tests that need python3-pika, which is not there");
        assumeTrue(there, "python3-pika is not installed");
        return new RealPika();
    }

    /** Runs talk.py and returns the lines that it printed. */
    public List<String> talk(TestBroker broker, String input, String... arguments) {
        List<String> command = Stream.concat(Stream.of(PYTHON, script(), broker.url()), Stream.of(arguments))
                .toList();
        Ended ended = run(command, input);
        if (ended.status() != 0) throw new AssertionError("pika failed: " + ended.output());
        return ended.output().lines().toList();
    }

    private record Ended(int status, String output) {}

    private static boolean isThere() {
        return run(List.of(PYTHON, "-c", "import pika"), "").status() == 0;
    }

    private static Ended run(List<String> command, String input) {
        try {
            Path output = Files.createTempFile("pika", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("pika took longer than %d s: %s".formatted(LIMIT_SECONDS, command));
            }
            Ended ended = new Ended(process.exitValue(), Files.readString(output));
            Files.delete(output);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String script() {
        try {
            return Path.of(Objects.requireNonNull(RealPika.class.getResource("/pika/talk.py"))
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
