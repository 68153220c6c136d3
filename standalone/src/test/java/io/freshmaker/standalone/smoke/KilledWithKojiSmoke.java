package io.freshmaker.standalone.smoke;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.command.adapter.koji.FakeKojiHub;
import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import io.freshmaker.standalone.world.Quiet;
import io.freshmaker.standalone.world.RandomImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Images built by a Koji that loses some of its answers, and kill -9 meanwhile: {@code -Dkoji.kills} times (3), at moments of {@code
 * -Dseed}. Each build is one task.
 */
@Tag("smoke")
class KilledWithKojiSmoke {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int IMAGES = 40;
    private static final int LONGEST_LIFE_MS = 3_000;

    @TempDir
    Path folder;

    private final Set<Long> ended = new HashSet<>();

    @Test
    void each_build_is_one_task_whenever_the_process_is_killed() throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong(1_000_000));
        int kills = Integer.getInteger("koji.kills", 3);
        System.out.printf("%d kills with a Koji and seed %d%n", kills, seed);
        Random random = new Random(seed);
        try (FakeKojiHub koji = new FakeKojiHub();
                StartedHouse house = new StartedHouse(folder, options(koji))) {
            koji.at(Instant.now());
            house.start();
            publish(house);
            for (int kill = 0; kill < kills; kill++) {
                koji.loseAnswers(2);
                goOn(koji, Duration.ofMillis(random.nextInt(LONGEST_LIFE_MS)));
                house.kill();
                house.start();
            }
            await().atMost(PATIENCE).until(() -> {
                endTasks(koji);
                return new Quiet(house.sql()).leftToDo(IMAGES).isEmpty();
            });

            Map<Object, Long> tasks = koji.orders().values().stream().collect(groupingBy(List::getFirst, counting()));
            assertThat(tasks).hasSize(IMAGES);
            assertThat(tasks.values()).as("tasks of each build").containsOnly(1L);
        }
    }

    /** Koji works for some time. */
    private void goOn(FakeKojiHub koji, Duration time) {
        Instant end = Instant.now().plus(time);
        await().pollInterval(Duration.ofMillis(100)).atMost(time.plusSeconds(5)).until(() -> {
            endTasks(koji);
            return Instant.now().isAfter(end);
        });
    }

    private void endTasks(FakeKojiHub koji) {
        koji.at(Instant.now());
        koji.taskIds().stream().filter(ended::add).forEach(koji::close);
    }

    private List<String> options(FakeKojiHub koji) throws IOException {
        Identity client = TestAuthority.create().client("freshmaker");
        String pem = Files.readString(client.certificate()) + Files.readString(client.key());
        return List.of(
                "--catalog=" + Files.writeString(folder.resolve("catalog.yml"), "images: []\n"),
                "--rules=" + Files.writeString(folder.resolve("rules.yml"), RandomImages.rules()),
                "--freshmaker.build.system=koji-mbs",
                "--freshmaker.dist-git.base-url=git://pkgs.example",
                "--freshmaker.koji.hub-url=" + koji.url(),
                "--freshmaker.koji.auth=ssl",
                "--freshmaker.koji.client-certificate=" + Files.writeString(folder.resolve("client.pem"), pem),
                "--freshmaker.koji.poll-interval=2s",
                "--freshmaker.koji.max-builds=5");
    }

    /** As many pushes of Dockerfiles, each of an image and a commit of its own. */
    private void publish(StartedHouse house) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("publish", "--amqp=" + house.amqpUrl()));
        for (int i = 1; i <= IMAGES; i++) {
            String json = """
                {"topic": "org.fedoraproject.prod.git.receive", "msg_id": "koji-%1$d", "msg":
                 {"commit": {"repo": "img-%1$d", "namespace": "container", "branch": "f41", "rev": "%1$040x",
                  "stats": {"files": {"Dockerfile": {"additions": 1}}}}}}\
                """.formatted(i);
            arguments.add(Files.writeString(folder.resolve("push-" + i + ".json"), json)
                    .toString());
        }
        assertThat(Launcher.run(arguments)).returns(0, Launcher.Ended::status);
    }
}
