package io.freshmaker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The script that everybody starts Freshmaker with. */
record Launcher(Path script) {

    private static final String READY = "Freshmaker is ready:";

    /** The one of the folder that we are in, or of the nearest one above. */
    static Launcher find() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("freshmaker"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(Launcher::new)
                .orElseThrow(() -> new IllegalStateException(
                        "No script ./freshmaker in %s or above: run it in the repository".formatted(here)));
    }

    StartedProcess start(Path data, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(script.toString(), "start", "--data=" + data, "--port=0", "--amqp-port=0"));
        command.addAll(List.of(options));
        return StartedProcess.start(command, READY);
    }
}
