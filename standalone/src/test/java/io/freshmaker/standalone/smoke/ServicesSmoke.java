package io.freshmaker.standalone.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.ExpectedRebuilds;
import io.freshmaker.standalone.world.Invariants;
import io.freshmaker.standalone.world.RandomImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of each service, as the compose file starts them, over a PostgreSQL and a RabbitMQ with TLS: 300 images are
 * rebuilt again and again while processes are killed, paused and cut off. {@code -Dseed} makes another world.
 */
@Tag("smoke")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServicesSmoke {

    private static final int IMAGES = 300;
    private static final double BUILD_SECONDS = 0.3;
    private static final Duration GOES_ON = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static RandomImages world;
    private static BuildJournal journal;
    private static ServicesHouse house;

    @BeforeAll
    static void start() throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong(1_000_000));
        System.out.println("300 images with seed " + seed);
        world = new RandomImages(new Random(seed), IMAGES, 0.1);
        journal = BuildJournal.in(folder.resolve("journal"), world.broken());
        Files.writeString(folder.resolve("catalog.yml"), world.catalog());
        Files.writeString(folder.resolve("rules.yml"), RandomImages.rules());
        Path build = Files.writeString(
                folder.resolve("build.sh"),
                "#!/bin/sh\nexec " + String.join(" ", journal.command(BUILD_SECONDS)) + "\n");
        Files.setPosixFilePermissions(build, PosixFilePermissions.fromString("rwxr-xr-x"));
        house = new ServicesHouse(folder);
        house.awaitHealthy();
    }

    @AfterAll
    static void stop() throws Exception {
        if (house != null) house.close();
    }

    @Test
    @Order(1)
    void all_of_them_rebuild_three_hundred_images_together() throws Exception {
        begin("together", "kettle");
        end();
        for (ServiceProcess process : house.commandSides()) {
            assertThat(process.says(" runs in the folder "))
                    .as("%s has built", process)
                    .isTrue();
        }
    }

    @Test
    @Order(2)
    void one_of_each_kind_is_killed_and_the_others_go_on() throws Exception {
        begin("killed", "teapot");
        List<ServiceProcess> victims = workers();
        for (ServiceProcess victim : victims) {
            begin("before-" + victim, "saucer"); // so that there is work for a while
            victim.kill();
            Duration silence = Progress.of(house.sql()).awaitMore(house.sql(), GOES_ON);
            System.out.printf("%s killed: everything went on after %d ms%n", victim, silence.toMillis());
        }
        end();
        for (ServiceProcess victim : victims) victim.start();
        house.awaitHealthy();
    }

    @Test
    @Order(3)
    void one_of_each_kind_is_paused_and_let_go() throws Exception {
        begin("paused", "saucer");
        List<ServiceProcess> paused = workers();
        for (ServiceProcess process : paused) process.pause();
        Progress stood = Progress.of(house.sql());
        try {
            await().pollDelay(PAUSE).atMost(PAUSE.plusSeconds(10)).until(() -> true);
        } finally {
            for (ServiceProcess process : paused) process.letGo();
        }
        stood.awaitMore(house.sql(), GOES_ON.minus(PAUSE));
        end();
        house.awaitHealthy();
    }

    @Test
    @Order(4)
    void the_bus_and_then_the_database_are_started_again() throws Exception {
        begin("restarted", "kettle");
        house.restartRabbit();
        goesOn("after-the-bus", "saucer");
        begin("restarted-again", "teapot");
        house.restartPostgres();
        goesOn("after-the-database", "kettle");
        end();
        house.awaitHealthy();
    }

    @Test
    @Order(5)
    void a_client_with_a_wrong_password_or_certificate_gets_into_neither_bus_nor_database() {
        Client known = house.client();
        Client stranger = house.strangeClient();
        assertThatThrownBy(() -> known.bus(house.rabbit(), "guessed").newConnection())
                .hasMessageContaining("ACCESS_REFUSED");
        assertThatThrownBy(() ->
                        stranger.bus(house.rabbit(), house.rabbit().password()).newConnection())
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> known.database(house.postgres(), "guessed").getConnection())
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> stranger.database(
                                house.postgres(), house.postgres().password())
                        .getConnection())
                .isInstanceOf(Exception.class);
    }

    @Test
    @Order(6)
    void a_process_with_a_wrong_secret_sends_no_command() throws Exception {
        try (ServiceProcess stranger = house.stranger("query-side", "not the secret that they share")) {
            stranger.start();
            await().atMost(PATIENCE).until(() -> stranger.says("freshmaker.cluster.secret"));
            await().during(Duration.ofSeconds(10)).atMost(PATIENCE).until(() -> !stranger.isHealthy());
        }
        house.awaitHealthy();
    }

    /** With more to do, because a restart may take longer than what had begun. */
    private static void goesOn(String id, String updated) {
        Progress stood = Progress.of(house.sql());
        house.publish(BusMessage.updateStable(id, RandomImages.updatedBuild(updated)));
        stood.awaitMore(house.sql(), GOES_ON);
    }

    /** Returns when some of its builds have ended. */
    private static void begin(String id, String updated) {
        int before = journal.lines().size();
        house.publish(BusMessage.updateStable(id, RandomImages.updatedBuild(updated)));
        await().atMost(PATIENCE).until(() -> journal.lines().size() > before + 20);
    }

    private static void end() {
        house.awaitQuiet();
        new Invariants(house.sql(), journal, house.bus()).hold(house.published());
        new ExpectedRebuilds(house.sql()).areThoseOf(world);
    }

    /** One of each kind, and those that it would be worst to lose. */
    private static List<ServiceProcess> workers() throws Exception {
        return List.of(
                house.ownerOf("readiness", house.commandSides()),
                house.ownerOf("publisher", house.messagingAdapters()),
                house.ownerOf("events", house.querySides()));
    }
}
