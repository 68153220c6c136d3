package io.freshmaker.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.standalone.simulation.time.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/**
 * Whatever goes wrong, everything holds. {@code -Dseed=N} repeats one seed, {@code -Dseeds=N} tries as many; with {@code
 * -Dsimulation.log=INFO} what the processes say of it is in {@code target/simulation.log}. {@code -Dsoak.first=N -Dsoak.last=M}
 * does a piece of the soak.
 */
class SimulationIT {

    private static final int IN_VERIFY = 50;
    private static final long IN_SOAK = 10_000;

    @TempDir
    static Path folder;

    @Test
    void everything_holds_whatever_goes_wrong() throws Exception {
        Long one = Long.getLong("seed");
        int count = Integer.getInteger("seeds", IN_VERIFY);
        new Seeds(one == null ? LongStream.rangeClosed(1, count) : LongStream.of(one)).tryAll(folder);
    }

    @Test
    void what_once_went_wrong_does_so_no_more() throws Exception {
        new Seeds(regressions()).tryAll(folder);
    }

    @Test
    void the_same_seed_takes_the_same_steps() throws Exception {
        try (Lab lab = new Lab(folder.resolve("again"))) {
            for (long seed : new long[] {3, 10}) {
                Trace first = new Trial(seed, lab).run();
                Trace second = new Trial(seed, lab).run();
                assertThat(second.lines()).as("steps of seed %d", seed).isEqualTo(first.lines());
                assertThat(second.sum()).as("steps of seed %d", seed).isEqualTo(first.sum());
            }
        }
    }

    @Tag("soak")
    @Test
    void everything_holds_for_a_long_time() throws Exception {
        long first = Long.getLong("soak.first", 1);
        new Seeds(LongStream.rangeClosed(first, Long.getLong("soak.last", IN_SOAK))).tryAll(folder);
    }

    /** Each line begins with a seed and says what it found. */
    private static LongStream regressions() throws IOException {
        return new ClassPathResource("simulation/regression-seeds.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .mapToLong(line -> Long.parseLong(line.split("\\s")[0]));
    }
}
