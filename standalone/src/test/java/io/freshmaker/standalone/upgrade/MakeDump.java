package io.freshmaker.standalone.upgrade;

import static org.awaitility.Awaitility.await;

import io.freshmaker.standalone.scenario.RunningHouse;
import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.RandomImages;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the dump of this version: {@code src/test/dumps/make-dump.sh issue-N} runs it. A real house is put to work and looked at
 * in the middle, which is what kill -9 at that moment would leave.
 */
class MakeDump {

    private static final int MOST_BURSTS = 20;
    private static final int PUSHES = 80;
    private static final double BUILD_SECONDS = 0.5;

    @TempDir
    Path folder;

    @Test
    void make() throws Exception {
        Dump dump = Dump.of(Objects.requireNonNull(System.getProperty("dump"), "-Ddump=issue-N"));
        RandomImages world = new RandomImages(new Random(4711), 12, 0.3);
        BuildJournal journal = BuildJournal.in(folder.resolve("journal"), world.broken());
        dump.keepWorld(world.catalog(), RandomImages.rules(), world.broken());
        try (RunningHouse house =
                RunningHouse.open(folder, world.catalog(), RandomImages.rules(), journal, BUILD_SECONDS)) {
            end(house);
            park(house);
            cancel(house);
            Middle middle = new Middle(house.dataSource(), folder.resolve("journal/journal"));
            try (Connection holding = house.dataSource().getConnection()) {
                holdSubmissions(house, holding);
                IntStream.range(0, MOST_BURSTS)
                        .filter(burst -> catchIt(house, middle, burst, dump))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("Never seen at the same time: " + middle.missing()));
            }
        }
    }

    /** One Event with builds that failed, and one without anything to do. */
    private static void end(RunningHouse house) {
        BusMessage update = BusMessage.updateStable("an-update", RandomImages.updatedBuild("kettle"));
        BusMessage push = BusMessage.specPushed("a-push", "nobody");
        house.publish(update);
        house.publish(push);
        house.awaitEvent(update, "COMPLETE");
        house.awaitEvent(push, "SKIPPED");
    }

    private static void park(RunningHouse house) {
        BusMessage update = BusMessage.updateStable("a-broken-one", "kettle");
        house.publish(new BusMessage(
                update.id(), update.topic(), update.json().replaceFirst("\"update\": \\{.*\\},", "\"update\": 7,")));
    }

    private static void cancel(RunningHouse house) {
        BusMessage update = BusMessage.updateStable("not-wanted", RandomImages.updatedBuild("saucer"));
        house.publish(update);
        int id = house.awaitEvent(update, "BUILDING").path("id").asInt();
        house.patch("/api/3/events/" + id, "{\"action\": \"cancel\"}");
    }

    /** Some builds run and wait; the next ones cannot be submitted while the table is locked. */
    private static void holdSubmissions(RunningHouse house, Connection holding) throws SQLException {
        house.publish(BusMessage.updateStable("running", RandomImages.updatedBuild("kettle")));
        awaitSome(house, "process_run where state = 'queued'");
        holding.setAutoCommit(false);
        holding.createStatement().execute("lock table process_run in share row exclusive mode");
        house.publish(BusMessage.updateStable("submitted", RandomImages.updatedBuild("teapot")));
        awaitSome(house, "job_build");
    }

    private static void awaitSome(RunningHouse house, String rows) {
        await().until(() -> !Texts.of(JdbcClient.create(house.dataSource()), "select 1 from " + rows)
                .isEmpty());
    }

    /** Has some messages come while it looks; says whether it saw what it wants. */
    private static boolean catchIt(RunningHouse house, Middle middle, int burst, Dump dump) {
        Thread publishing = Thread.ofVirtual().start(() -> publish(house, "burst-" + burst + "-"));
        try {
            boolean written = false;
            while (!written && publishing.isAlive()) written = middle.isWritten(dump);
            publishing.join();
            return written;
        } catch (Exception e) {
            throw new IllegalStateException("No dump", e);
        }
    }

    /** More than are taken from the table at once, so that some wait while others are worked on. */
    private static void publish(RunningHouse house, String prefix) {
        List<BusMessage> burst = new ArrayList<>();
        for (int i = 0; i < PUSHES; i++) burst.add(BusMessage.specPushed(prefix + i, "nobody"));
        house.publishAll(burst);
    }
}
