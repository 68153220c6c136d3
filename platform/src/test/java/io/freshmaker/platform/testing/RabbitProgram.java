package io.freshmaker.platform.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of the RabbitMQ that is installed on this machine. */
record RabbitProgram(Path server, Path ctl) {

    private static final boolean REQUIRED = Boolean.parseBoolean(System.getenv("FRESHMAKER_RABBITMQ_REQUIRED"));

    /** Debian's own, which the one on the PATH only wraps: it would change to another user. */
    private static final Path DEBIAN = Path.of("/usr/lib/rabbitmq/bin");

    /** Where there is none, that is said in one loud line and the calling test is skipped; where it is required, the test fails. */
    static RabbitProgram orSkip() {
        Optional<RabbitProgram> found = find();
        if (found.isEmpty() && REQUIRED) throw new AssertionError("Required, but not there: rabbitmq-server");
        if (found.isEmpty())
            System.err.println("SKIPPED: tests that need the program rabbitmq-server, which is not there");
        assumeTrue(found.isPresent(), "rabbitmq-server is not installed");
        return found.orElseThrow();
    }

    private static Optional<RabbitProgram> find() {
        Stream<Path> path =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
        return Stream.concat(Stream.of(DEBIAN), path)
                .map(folder -> new RabbitProgram(folder.resolve("rabbitmq-server"), folder.resolve("rabbitmqctl")))
                .filter(found -> Files.isExecutable(found.server) && Files.isExecutable(found.ctl))
                .findFirst();
    }
}
