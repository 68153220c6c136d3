package io.freshmaker.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.standalone.simulation.broken.BlockersForgotten;
import io.freshmaker.standalone.simulation.broken.EventsRegisteredLate;
import io.freshmaker.standalone.simulation.broken.JobsForgottenAtACrash;
import io.freshmaker.standalone.simulation.broken.LostConfirmsIgnored;
import io.freshmaker.standalone.simulation.broken.OneNameForAll;
import io.freshmaker.standalone.simulation.broken.ProjectionThatCounts;
import io.freshmaker.standalone.simulation.broken.SubmittedBlindly;
import io.freshmaker.standalone.simulation.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The harness can fail: each of these mistakes is found within some tens of seeds, and by what must not be. {@code .ci/run} runs it. */
@Tag("smoke") // it tests tests, for longer than most of these last
@Execution(ExecutionMode.CONCURRENT)
class BrokenHousesIT {

    private static final int MOST_SEEDS = 60;

    /** A sound house needs minutes, as no system is away for an hour here; a broken one is asked all that time what is left to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @TempDir
    Path folder;

    /** Each with the first seed that found it when this was written, and what tells of it. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(BlockersForgotten.class, 9, "done when"),
                Arguments.of(EventsRegisteredLate.class, 212, "triggers="),
                Arguments.of(JobsForgottenAtACrash.class, 8, "left to do"),
                Arguments.of(LostConfirmsIgnored.class, 8, "published facts"),
                Arguments.of(OneNameForAll.class, 41, "ends of builds"),
                Arguments.of(ProjectionThatCounts.class, 1, "read models after a replay"),
                Arguments.of(SubmittedBlindly.class, 182, "submitted again without asking"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_is_found(Class<?> mistake, int likely, String by) throws IOException {
        try (Lab lab = new Lab(folder, mistake)) {
            for (long seed = likely; seed < likely + MOST_SEEDS; seed++) {
                String found = failure(new Trial(seed, lab, faultsFor(mistake), PATIENCE));
                if (found.isEmpty()) continue;
                System.out.printf("%s was found by seed %d%n", mistake.getSimpleName(), seed);
                assertThat(found).contains(by);
                return;
            }
        }
        throw new AssertionError(mistake.getSimpleName() + " was not found in " + MOST_SEEDS + " seeds");
    }

    /**
     * Nobody can tell a message that is lost for ever from one that is forgotten; it is forgotten right after a commit. And few
     * seeds have a broker that takes half of a batch and says no more.
     */
    private static Map<Fault, Double> faultsFor(Class<?> mistake) {
        if (mistake == EventsRegisteredLate.class)
            return Map.of(Fault.MESSAGE_IS_LOST, 0.0, Fault.DIES_AFTER_COMMIT, 0.02);
        return mistake == LostConfirmsIgnored.class ? Map.of(Fault.PUBLISHING_FAILS_HALFWAY, 0.2) : Map.of();
    }

    private static String failure(Trial trial) {
        try {
            trial.run();
            return "";
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("a failure without words");
        }
    }
}
