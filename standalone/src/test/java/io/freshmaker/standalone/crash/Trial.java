package io.freshmaker.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.BusTap;
import io.freshmaker.standalone.world.ExpectedRebuilds;
import io.freshmaker.standalone.world.Invariants;
import io.freshmaker.standalone.world.Quiet;
import io.freshmaker.standalone.world.RandomImages;
import io.freshmaker.standalone.world.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A world of twelve images that is rebuilt in several lives of the house. Each life begins with messages of its own, and all but
 * the last die at a random step.
 */
final class Trial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int IMAGES = 12;
    private static final double BROKEN = 0.1;
    private static final double BUILD_SECONDS = 0.05;
    private static final int MOST_CRASHES = 3;

    private final long seed;
    private final Random random;
    private final RandomImages world;
    private final BuildJournal journal;
    private final TestDatabase database = TestPostgres.fresh();
    private final Quiet quiet = new Quiet(database.sql());
    private final BusTap bus;
    private final HouseSettings settings;
    private final List<String> published = new ArrayList<>();

    Trial(long seed, Path folder, String busUrl) {
        this.seed = seed;
        random = new Random(seed);
        world = new RandomImages(random, IMAGES, BROKEN);
        journal = BuildJournal.in(folder.resolve("journal"), world.broken());
        bus = new BusTap(busUrl, "trial-" + seed);
        settings = HouseSettings.of(folder, world, journal.command(BUILD_SECONDS), busUrl);
    }

    /** The crashes that are to come. */
    List<CrashPoint> crashes() {
        return Stream.generate(() -> CrashPoint.random(random))
                .limit(1 + random.nextInt(MOST_CRASHES))
                .toList();
    }

    /** Lives through them and on to the end; says which of them came. */
    List<CrashPoint> survive(List<CrashPoint> crashes) throws InterruptedException {
        List<CrashPoint> came = new ArrayList<>();
        for (CrashPoint crash : crashes) {
            Life life = new Life(database.url(), settings.all(), crash);
            publishSome();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(leftToDo(life)).as("left to do").isEmpty());
            if (life.plug().isPulled()) came.add(crash);
            life.kill();
            passTime();
        }
        liveOn();
        return came;
    }

    @Override
    public void close() throws IOException {
        bus.close();
        database.close();
    }

    /** A dead house has nothing left to do. */
    private Map<String, Long> leftToDo(Life life) {
        return life.plug().isPulled() ? Map.of() : quiet.leftToDo(published.size());
    }

    private void awaitQuiet() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(quiet.leftToDo(published.size()))
                        .as("left to do")
                        .isEmpty());
    }

    private void liveOn() {
        Life life = new Life(database.url(), settings.all(), null);
        try {
            publishSome();
            awaitQuiet();
            new Invariants(database.sql(), journal, bus).hold(published);
            new ExpectedRebuilds(database.sql()).areThoseOf(world);
            new Views(database.sql()).equalAReplay(() -> replay(life));
        } finally {
            life.close();
        }
    }

    /** The first one is delivered twice, as a bus may do. */
    private void publishSome() {
        String prefix = "trial-%d-%d-".formatted(seed, published.size());
        String name = world.packages().get(random.nextInt(world.packages().size()));
        BusMessage update = BusMessage.updateStable(prefix + "update", RandomImages.updatedBuild(name));
        List.of(
                        update,
                        BusMessage.specPushed(prefix + "spec", "nobody"),
                        update,
                        BusMessage.ofNoInterest(prefix + "push"))
                .forEach(bus::publish);
        published.addAll(List.of(prefix + "update", prefix + "spec", prefix + "push"));
    }

    /** What the one process does at its start, as Flyway is off here; and nobody wants to wait for a lease in a test. */
    private void passTime() {
        database.sql()
                .sql("update process_run set lease_until = now() - interval '1 second' where state = 'running'")
                .update();
        new ResourceDatabasePopulator(new ClassPathResource("db/embedded/afterMigrate__a_new_life.sql"))
                .execute(new DriverManagerDataSource(database.url()));
    }

    private void replay(Life life) {
        StreamingEventProcessor events = life.bean(EventProcessingConfiguration.class)
                .eventProcessor("events", StreamingEventProcessor.class)
                .orElseThrow();
        events.shutDown();
        events.resetTokens();
        events.start();
    }
}
