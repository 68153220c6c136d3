package io.freshmaker.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.standalone.broker.EmbeddedBroker;
import io.freshmaker.standalone.failure.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house dies at random steps, one to three times, and everything holds all the same. {@code -Dseed=N} repeats one trial; what
 * the houses said is in {@code target/crash.log}.
 */
class CrashPointsIT {

    private static final int IN_VERIFY = 20;
    private static final int IN_SOAK = 200;

    @TempDir
    static Path brokerFolder;

    @TempDir
    Path folder;

    private static EmbeddedBroker broker;
    private static int trials;
    private static int crashes;

    @BeforeAll
    static void startBroker() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault(); // those of the dead are not ours
        broker = EmbeddedBroker.start(brokerFolder, Ports.free(), "guest");
    }

    @AfterAll
    static void stopBroker() {
        Awaitility.reset();
        broker.close();
        assertThat(crashes).as("crashes in %d trials", trials).isGreaterThanOrEqualTo(trials / 2);
    }

    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one == null ? LongStream.rangeClosed(1, IN_VERIFY) : LongStream.of(one);
    }

    static LongStream moreSeeds() {
        return LongStream.rangeClosed(IN_VERIFY + 1, IN_SOAK);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_rebuild_survives_crashes_at_random_steps(long seed) throws Exception {
        survive(seed);
    }

    @Tag("soak")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("moreSeeds")
    void many_rebuilds_survive_crashes_at_random_steps(long seed) throws Exception {
        survive(seed);
    }

    private void survive(long seed) throws Exception {
        long begun = System.nanoTime();
        try (Trial trial = new Trial(seed, folder, broker.url())) {
            List<CrashPoint> planned = trial.crashes();
            System.out.printf("Crash trial with seed %d: %s%n", seed, planned);
            List<CrashPoint> came = trial.survive(planned);
            trials++;
            crashes += came.size();
            System.out.printf("… %d crashes came, %d ms%n", came.size(), (System.nanoTime() - begun) / 1_000_000);
        }
    }
}
