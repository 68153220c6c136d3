package io.freshmaker.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.standalone.broker.EmbeddedBroker;
import io.freshmaker.standalone.failure.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house dies at random steps, one to three times, and everything holds all the same. {@code -Dseed=N} repeats one trial, {@code
 * -Dcrashes=N} makes as many; what the houses said is in {@code target/crash.log}.
 */
class CrashPointsIT {

    /** The harness of {@code simulation} has houses die at any step for milliseconds each; these have real threads and a real broker. */
    private static final int IN_VERIFY = 3;

    private static final int IN_SOAK = 200;

    /** Each waits half of its time; a broker has one queue for all that comes in, so that each needs one. */
    private static final int AT_ONCE = 3;

    private static final BlockingQueue<EmbeddedBroker> BROKERS = new ArrayBlockingQueue<>(AT_ONCE);
    private static final AtomicInteger TRIALS = new AtomicInteger();
    private static final AtomicInteger CRASHES = new AtomicInteger();

    @TempDir
    static Path brokers;

    @TempDir
    Path folder;

    @BeforeAll
    static void startBrokers() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault(); // those of the dead are not ours
        for (int i = 0; i < AT_ONCE; i++)
            BROKERS.add(EmbeddedBroker.start(brokers.resolve("broker-" + i), Ports.free(), "guest"));
    }

    @AfterAll
    static void stopBrokers() {
        Awaitility.reset();
        BROKERS.forEach(EmbeddedBroker::close);
        assertThat(CRASHES.get()).as("crashes in %s trials", TRIALS).isGreaterThanOrEqualTo(TRIALS.get() / 2);
    }

    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one == null ? LongStream.rangeClosed(1, Integer.getInteger("crashes", IN_VERIFY)) : LongStream.of(one);
    }

    static LongStream moreSeeds() {
        return LongStream.rangeClosed(IN_VERIFY + 1, IN_SOAK);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_rebuild_survives_crashes_at_random_steps(long seed) throws Exception {
        survive(seed);
    }

    @Tag("soak")
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("moreSeeds")
    void many_rebuilds_survive_crashes_at_random_steps(long seed) throws Exception {
        survive(seed);
    }

    private void survive(long seed) throws Exception {
        EmbeddedBroker broker = BROKERS.take();
        long begun = System.nanoTime();
        try (Trial trial = new Trial(seed, folder, broker.url())) {
            List<CrashPoint> planned = trial.crashes();
            System.out.printf("Crash trial with seed %d: %s%n", seed, planned);
            List<CrashPoint> came = trial.survive(planned);
            TRIALS.incrementAndGet();
            CRASHES.addAndGet(came.size());
            System.out.printf(
                    "… seed %d: %d crashes came, %d ms%n", seed, came.size(), (System.nanoTime() - begun) / 1_000_000);
        } finally {
            BROKERS.add(broker);
        }
    }
}
