package io.freshmaker.standalone.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./freshmaker} of this repository. */
final class Launcher {

    /** Maven runs the tests in the folder of their module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final int LONGEST_MINUTES = 10;

    private Launcher() {}

    /** How a command ended and what it printed; error output comes first. */
    record Ended(int status, String output) {}

    static Ended run(List<String> arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("freshmaker", ".out");
        Process process = start(arguments, output);
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(arguments + " does not end: " + Files.readString(output));
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    /** @param output the file that takes all that it prints */
    static Process start(List<String> arguments, Path output) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("freshmaker").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }
}
