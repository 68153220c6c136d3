package io.freshmaker.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How long a plan takes from the fact EventRegistered until its last build is stored, on the way of a real message: bus, intake,
 * plan job, saga, aggregates, with projections and publisher at work. Once in a house that has planned before, as a service
 * has, and once as the first work of its life.
 */
final class PlanBenchmark implements Benchmark {

    private static final int[] SIZES = {5_000, 10_000};
    private static final int WARM_UP = 300;
    private static final String WARM = "warm";
    private static final String LOAD = "load";

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public List<Metric> run(Scale scale) throws Exception {
        List<Metric> metrics = new ArrayList<>();
        for (int full : SIZES) measure(scale.of(full), metrics);
        return metrics;
    }

    private static void measure(int size, List<Metric> metrics) throws Exception {
        double limit;
        try (MeasuredHouse house = MeasuredHouse.open(catalog(size))) {
            house.facts().untilCompleted(house.update(WARM));
            limit = house.insertLimit().seconds(size, house.facts().planBytes());
            add(metrics, "plan", plan(house, size, WARM_UP), size, limit);
        }
        try (MeasuredHouse house = MeasuredHouse.open(catalog(size))) {
            add(metrics, "plan_cold", plan(house, size, 0), size, limit);
        }
    }

    private static RandomCatalog catalog(int size) {
        return new RandomCatalog().with(WARM, WARM_UP).with(LOAD, size);
    }

    private static PlanTimes plan(MeasuredHouse house, int size, int before) throws Exception {
        PlanTimes times = house.facts().untilActivated(house.update(LOAD));
        int stored = house.facts().plannedBuilds() - before;
        if (stored != size) throw new IllegalStateException("%d builds are stored, not %d".formatted(stored, size));
        return times;
    }

    private static void add(List<Metric> metrics, String name, PlanTimes times, int size, double limit) {
        metrics.add(new Metric("%s_%d".formatted(name, size), times.all(), "s", limit));
        metrics.add(new Metric("%s_planning_%d".formatted(name, size), times.planning(), "s", limit));
        metrics.add(new Metric("%s_storing_%d".formatted(name, size), times.storing(), "s", limit));
    }
}
