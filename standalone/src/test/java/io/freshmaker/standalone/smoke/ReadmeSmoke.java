package io.freshmaker.standalone.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands, word for word; only ports and data folder are told besides, so that nothing else is disturbed. */
@Tag("smoke")
class ReadmeSmoke {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void the_commands_of_the_readme_work_as_they_stand() throws Exception {
        List<String> commands = commands();
        assertThat(commands).contains("start --demo", "start").hasSizeGreaterThan(4);
        try (StartedHouse house = new StartedHouse(folder, List.of("--demo"))) {
            house.start();
            await().atMost(PATIENCE).until(() -> house.says("COMPLETE"));
            for (String command : commands) if (!command.startsWith("start")) works(command, house);
        }
        try (StartedHouse house = new StartedHouse(folder, List.of())) {
            house.start();
        }
    }

    private static void works(String command, StartedHouse house) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add(command.startsWith("publish") ? "--amqp=" + house.amqpUrl() : "--url=" + house.url());
        Launcher.Ended ended = Launcher.run(arguments);
        assertThat(ended.status()).as("%s says %s", command, ended.output()).isZero();
        assertThat(ended.output()).as(command).isNotBlank();
    }

    /** What the README has {@code ./freshmaker} do, in its order. */
    private static List<String> commands() throws IOException {
        String readme = Files.readString(Launcher.ROOT.resolve("README.md"));
        Stream<String> blocks = BLOCK.matcher(readme).results().map(block -> block.group(1));
        return blocks.flatMap(String::lines)
                .filter(line -> line.startsWith("./freshmaker "))
                .map(line -> line.substring("./freshmaker ".length()).strip())
                .collect(Collectors.toList());
    }
}
