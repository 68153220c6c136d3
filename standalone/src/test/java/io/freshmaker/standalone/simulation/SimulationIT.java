package io.freshmaker.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.time.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/**
 * Whatever goes wrong, everything holds. {@code -Dseed=N} repeats one seed, {@code -Dseeds=N} tries as many; with {@code
 * -Dsimulation.log=INFO} what the processes say of it is in {@code target/simulation.log}. {@code -Dsoak.first=N -Dsoak.last=M}
 * does a piece of the soak.
 */
@ExtendWith(Labs.OfTheRun.class)
@Execution(ExecutionMode.CONCURRENT) // with others, which wait more than they work
@ResourceLock("labs")
class SimulationIT {

    private static final int IN_VERIFY = 50;
    private static final long IN_SOAK = 10_000;
    private static final int STEPS_IN_VERIFY = 1;
    private static final double OFTEN = 0.1;
    private static final double OFTEN_FOR_COMMITS = 0.003; // of which there are dozens for each call

    private final Labs labs;

    SimulationIT(Labs labs) {
        this.labs = labs;
    }

    @Test
    void everything_holds_whatever_goes_wrong() throws Exception {
        Long one = Long.getLong("seed");
        int count = Integer.getInteger("seeds", IN_VERIFY);
        new Seeds(one == null ? LongStream.rangeClosed(1, count) : LongStream.of(one)).tryAll(labs);
    }

    /** Issue 3: a process that dies at each step of a submission, and a system that loses what it answers, make one task. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "DIES_BEFORE_CALL",
                "DIES_BEFORE_ANSWER",
                "DIES_AFTER_ANSWER",
                "DIES_AFTER_COMMIT",
                "CALL_FAILS_THOUGH_HEARD"
            })
    void each_build_is_one_task_wherever_its_submission_is_interrupted(Fault step) throws Exception {
        int count = Integer.getInteger("steps", STEPS_IN_VERIFY);
        new Seeds(LongStream.rangeClosed(1, count), deathsOnly(step)).tryAll(labs);
    }

    /** Processes die at that step and at no other, as each new life takes longer than all that a world does in between. */
    private static Map<Fault, Double> deathsOnly(Fault step) {
        Map<Fault, Double> rates = new EnumMap<>(Fault.class);
        Fault.DEATHS.forEach(death -> rates.put(death, 0.0));
        rates.put(step, step == Fault.DIES_AFTER_COMMIT ? OFTEN_FOR_COMMITS : OFTEN);
        return rates;
    }

    @Test
    void what_once_went_wrong_does_so_no_more() throws Exception {
        new Seeds(regressions()).tryAll(labs);
    }

    @Test
    void the_same_seed_takes_the_same_steps() throws Exception {
        Lab lab = labs.borrow();
        for (long seed : new long[] {3, 10}) {
            Trace first = new Trial(seed, lab).run();
            Trace second = new Trial(seed, lab).run();
            assertThat(second.lines()).as("steps of seed %d", seed).isEqualTo(first.lines());
            assertThat(second.sum()).as("steps of seed %d", seed).isEqualTo(first.sum());
        }
        labs.giveBack(lab);
    }

    @Tag("soak")
    @Test
    void everything_holds_for_a_long_time() throws Exception {
        long first = Long.getLong("soak.first", 1);
        new Seeds(LongStream.rangeClosed(first, Long.getLong("soak.last", IN_SOAK))).tryAll(labs);
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
