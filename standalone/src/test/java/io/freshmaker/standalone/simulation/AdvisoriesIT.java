package io.freshmaker.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.standalone.simulation.Advisories.Result;
import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.image.ImageWorld;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One advisory makes one Event, the same plan, one task for each build and the same ends, in whatever order its messages come, and
 * whichever system does not answer meanwhile. {@code -Dorders=N} tries so many orders, {@code -Dorder=N} repeats one, with
 * {@code -Daway=PT1H} a system is away for an hour.
 */
@ExtendWith(Labs.OfTheRun.class)
@Execution(ExecutionMode.CONCURRENT) // with others, which wait more than they work
@ResourceLock("labs")
class AdvisoriesIT {

    private static final int ORDERS_IN_VERIFY = 2;
    private static final int ORDERS_IN_SOAK = 1_000;
    /** So many different sets of images. */
    private static final int SHELVES = 6;

    private static final int MOST_IMAGES = 9;
    private static final double A_FIFTH = 0.2;

    private static final Map<Integer, Result> CALM = new HashMap<>();

    private final Labs labs;

    AdvisoriesIT(Labs labs) {
        this.labs = labs;
    }

    @BeforeAll
    static void seeWhatComesWhenNothingGoesWrong(Labs labs) throws Exception {
        Lab lab = labs.borrow();
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            int one = shelf;
            new Trial(shelf, lab, everything(0), random -> story(random, one, "", result -> CALM.put(one, result)))
                    .run();
        }
        labs.giveBack(lab);
    }

    @Test
    void there_are_images_of_every_kind() {
        assertThat(CALM.values())
                .flatExtracting(result -> result.ends().values())
                .contains("ArtifactBuildSucceeded", "ArtifactBuildFailed");
    }

    @Test
    void the_end_is_the_same_in_whatever_order_messages_come() throws Exception {
        Long one = Long.getLong("order");
        int count = Integer.getInteger("orders", ORDERS_IN_VERIFY);
        new Seeds(one == null ? LongStream.rangeClosed(1, count) : LongStream.of(one), decided(), asCalm(""))
                .tryAll(labs);
    }

    @Tag("soak")
    @Test
    void the_end_is_the_same_in_a_thousand_orders() throws Exception {
        new Seeds(LongStream.rangeClosed(1, ORDERS_IN_SOAK), decided(), asCalm("")).tryAll(labs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"errata", "pyxis", "koji", "odcs"})
    void the_end_is_the_same_when_a_fifth_of_all_calls_fails_and_a_system_is_away(String system) throws Exception {
        Map<Fault, Double> rates = decided();
        rates.put(Fault.CALL_FAILS, A_FIFTH / 2);
        rates.put(Fault.CALL_FAILS_THOUGH_HEARD, A_FIFTH / 2);
        new Seeds(LongStream.of(system.hashCode() & 0xffff), rates, asCalm(system)).tryAll(labs);
    }

    private static Function<Random, Story> asCalm(String away) {
        return random -> {
            int shelf = random.nextInt(SHELVES);
            return story(
                    random,
                    shelf,
                    away,
                    result -> assertThat(result)
                            .as("what came of shelf %d", shelf)
                            .isEqualTo(CALM.get(shelf)));
        };
    }

    private static Story story(Random random, int shelf, String away, Consumer<Result> told) {
        return new Advisories(random, ImageWorld.random(new Random(shelf), MOST_IMAGES), away, told);
    }

    private static Map<Fault, Double> decided() {
        Map<Fault, Double> rates = new EnumMap<>(Fault.class);
        Fault.DECISIONS.forEach(fault -> rates.put(fault, 0.0));
        return rates;
    }

    private static Map<Fault, Double> everything(double rate) {
        Map<Fault, Double> rates = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) rates.put(fault, rate);
        return rates;
    }
}
