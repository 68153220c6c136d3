package io.freshmaker.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.standalone.simulation.fault.Fault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Tries many seeds, several at a time, as each waits for PostgreSQL, and says which of them failed and how each is repeated. */
final class Seeds {

    /** Keep two processors busy; each needs a lab, which costs as much as some worlds. */
    private static final int AT_ONCE = 5;

    private static final int MOST_FAILURES = 5;

    private final Deque<Long> seeds = new ArrayDeque<>();
    private final Map<Fault, Double> certain;
    private final Function<Random, Story> stories;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final List<String> failures = new ArrayList<>();
    private int tried;

    Seeds(LongStream seeds) {
        this(seeds, Map.of());
    }

    /** @param certain what goes wrong so often in each of them */
    Seeds(LongStream seeds, Map<Fault, Double> certain) {
        this(seeds, certain, Updates::random);
    }

    /** @param stories what they are about */
    Seeds(LongStream seeds, Map<Fault, Double> certain, Function<Random, Story> stories) {
        seeds.forEach(this.seeds::add);
        this.certain = certain;
        this.stories = stories;
    }

    /** Throws what failed. None at all is a failure too, and so are many of which none met a fault. */
    void tryAll(Labs labs) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        List<Lab> borrowed = new ArrayList<>();
        for (int i = 0; i < Math.min(AT_ONCE, seeds.size()); i++) borrowed.add(labs.borrow());
        List<Thread> workers = borrowed.stream()
                .map(lab -> Thread.ofPlatform().name("seeds").start(() -> work(lab)))
                .toList();
        for (Thread worker : workers) worker.join();
        borrowed.forEach(labs::giveBack);
        say((System.nanoTime() - begun) / 1_000_000);
        assertThat(failures).as("seeds that failed").isEmpty();
        assertThat(tried).as("seeds that were tried").isPositive();
    }

    private void work(Lab lab) {
        for (Long seed = next(); seed != null; seed = next()) {
            Trial trial = new Trial(seed, lab, certain, stories);
            try {
                trial.run();
                note(trial, null);
            } catch (AssertionError | RuntimeException e) {
                note(trial, e);
            }
        }
    }

    private synchronized @Nullable Long next() {
        return failures.size() < MOST_FAILURES ? seeds.poll() : null;
    }

    private synchronized void note(Trial trial, @Nullable Throwable failure) {
        tried++;
        trial.faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
        if (failure == null) return;
        failures.add(trial + "\n" + failure.getMessage());
        System.out.println(trial + " FAILED. Repeat it with -Dtest=SimulationIT -Dseed=" + trial.seed()
                + " (or -Dtest=AdvisoriesIT -Dorder=…), and once it is understood add it to"
                + " simulation/regression-seeds.txt");
    }

    private void say(long millis) {
        System.out.printf(
                "%d seeds in %d s (%d ms each), %d failed; what went wrong: %s%n",
                tried, millis / 1000, tried == 0 ? 0 : millis / tried, failures.size(), faults);
    }
}
