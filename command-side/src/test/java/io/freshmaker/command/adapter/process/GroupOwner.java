package io.freshmaker.command.adapter.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A JVM for a test to kill or to freeze: starts a group that ignores TERM and lets it live for the seconds it is told. */
final class GroupOwner {

    private GroupOwner() {}

    public static void main(String[] args) throws Exception {
        Path signs = Path.of(args[0]);
        Instant deadline = Instant.now().plusSeconds(Long.parseLong(args[1]));
        ProcessGroup.start(
                new Programs(signs).script("trap '' TERM; echo $$ > \"$1/pid\"; while :; do sleep 0.2; done"),
                Map.of(),
                signs,
                deadline);
        Thread.sleep(Duration.ofMinutes(2));
    }
}
