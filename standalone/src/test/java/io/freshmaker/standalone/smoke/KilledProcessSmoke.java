package io.freshmaker.standalone.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.BusTap;
import io.freshmaker.standalone.world.Invariants;
import io.freshmaker.standalone.world.Quiet;
import io.freshmaker.standalone.world.RandomImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The launcher, real messages, 300 images, and kill -9 while builds run: {@code -Dkills} times (4), at moments of {@code -Dseed}. */
@Tag("smoke")
class KilledProcessSmoke {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LONGEST_START = Duration.ofSeconds(10);
    private static final int IMAGES = 300;
    private static final double BUILD_SECONDS = 0.3;
    private static final int LONGEST_LIFE_MS = 5_000;

    @TempDir
    Path folder;

    @Test
    void what_is_killed_while_builds_run_comes_to_the_same_end() throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong(1_000_000));
        int kills = Integer.getInteger("kills", 4);
        System.out.printf("%d kills with seed %d%n", kills, seed);
        Random random = new Random(seed);
        RandomImages images = new RandomImages(random, IMAGES, 0.1);
        BuildJournal journal = BuildJournal.in(folder.resolve("journal"), images.broken());
        RealMessages real = RealMessages.find();
        try (StartedHouse house = new StartedHouse(folder, options(real.catalogWith(images), journal))) {
            Duration first = house.start();
            try (BusTap bus = new BusTap(house.amqpUrl(), "witness")) {
                List<Path> messages = new ArrayList<>(real.files());
                messages.add(update(1));
                publish(house, messages);
                List<Duration> starts = new ArrayList<>();
                for (int kill = 0; kill < kills; kill++) {
                    awaitBuild(house, journal, messages);
                    starts.add(killAndStart(house, bus, random));
                }
                awaitEnds(house, messages);
                new Invariants(house.sql(), journal, bus).hold(ids(messages));
                System.out.println("Started in " + first + ", again in " + starts);
                assertThat(Collections.min(starts)).isLessThan(longest(first));
            }
        }
    }

    private List<String> options(String catalog, BuildJournal journal) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--catalog=" + Files.writeString(folder.resolve("catalog.yml"), catalog),
                "--rules=" + Files.writeString(folder.resolve("rules.yml"), RandomImages.rules())));
        List<String> command = journal.command(BUILD_SECONDS);
        for (int i = 0; i < command.size(); i++) {
            options.add("--freshmaker.build.process.command[" + i + "]=" + command.get(i));
        }
        return options;
    }

    /** The message that has the random images rebuilt; each number is a rebuild of its own. */
    private Path update(int number) throws IOException {
        BusMessage update = BusMessage.updateStable("smoke-" + number, RandomImages.updatedBuild("kettle"));
        return Files.writeString(folder.resolve("update-" + number + ".json"), update.json());
    }

    private static void publish(StartedHouse house, List<Path> messages) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("publish", "--amqp=" + house.amqpUrl()));
        messages.forEach(message -> arguments.add(message.toString()));
        assertThat(Launcher.run(arguments)).returns(0, Launcher.Ended::status);
    }

    /** Returns when it works on another build. Where most images fail with their parents, builds run out: then it gets more. */
    private void awaitBuild(StartedHouse house, BuildJournal journal, List<Path> messages) throws Exception {
        int before = journal.lines().size();
        Quiet quiet = new Quiet(house.sql());
        Callable<Boolean> another = () -> journal.lines().size() > before;
        await().atMost(PATIENCE)
                .until(() -> another.call() || quiet.leftToDo(messages.size()).isEmpty());
        if (!another.call()) {
            Path more = update(messages.size());
            publish(house, List.of(more));
            messages.add(more);
        }
        await().atMost(PATIENCE).until(another);
    }

    /** Kills it after some time. */
    private static Duration killAndStart(StartedHouse house, BusTap bus, Random random) throws Exception {
        Duration life = Duration.ofMillis(random.nextInt(LONGEST_LIFE_MS));
        await().pollDelay(life).atMost(life.plusSeconds(10)).until(() -> true);
        house.kill();
        Duration start = house.start();
        bus.reconnect();
        return start;
    }

    /** A start after a kill may take as long as is promised, on a slow machine half as long again as the first one there. */
    private static Duration longest(Duration first) {
        Duration here = first.multipliedBy(3).dividedBy(2);
        return here.compareTo(LONGEST_START) > 0 ? here : LONGEST_START;
    }

    private static void awaitEnds(StartedHouse house, List<Path> messages) throws IOException {
        for (String id : ids(messages)) {
            await().atMost(PATIENCE)
                    .until(() -> house.event(id).path("state_name").asText().equals("COMPLETE"));
        }
        JdbcClient sql = house.sql();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(new Quiet(sql).leftToDo(messages.size()))
                        .as("left to do")
                        .isEmpty());
    }

    private static List<String> ids(List<Path> messages) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path message : messages) ids.add(RealMessages.id(message));
        return ids;
    }
}
