package io.freshmaker.benchmarks;

import io.freshmaker.api.value.EventId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long one thing takes to follow from another: a handler in another process after a fact, the start of a build after the end
 * of its last parent.
 */
final class LatencyBenchmark implements Benchmark {

    private static final int IMAGES = 300;
    private static final int MESSAGES = 200;
    private static final String FAMILY = "seed";
    private static final String WARM = MeasuredServices.WARM;
    private static final Duration PERIOD = Duration.ofMillis(150);
    private static final Duration QUIET = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public List<Metric> run(Scale scale) throws Exception {
        List<Metric> metrics = new ArrayList<>();
        RandomCatalog catalog = new RandomCatalog().with(WARM, scale.of(IMAGES)).with(FAMILY, scale.of(IMAGES));
        try (MeasuredHouse house = MeasuredHouse.open(catalog)) {
            house.facts().untilCompleted(house.update(WARM)); // as a service has worked before
            metrics.add(parentDone("parent_done_to_child_started_p95", house.jdbcUrl(), house.update(FAMILY)));
        }
        try (MeasuredHouse house = MeasuredHouse.open(catalog, "--freshmaker.wake-up=notify")) {
            house.facts().untilCompleted(house.update(WARM));
            metrics.add(handledElsewhere(house, scale.of(MESSAGES)));
        }
        try (MeasuredServices services = MeasuredServices.open(catalog)) {
            services.facts().untilCompleted(services.update(WARM));
            metrics.add(
                    parentDone("parent_done_to_child_started_across_p95", services.jdbcUrl(), services.update(FAMILY)));
        }
        return metrics;
    }

    /** From the end of a build's last parent to its own start, in a rebuild that has just been asked for. */
    private static Metric parentDone(String name, String jdbcUrl, EventId rebuild) throws Exception {
        new FactClock(jdbcUrl).untilCompleted(rebuild);
        double p95 = Percentile.p95(new ParentsDone(jdbcUrl).toChildStarted(rebuild));
        return new Metric(name, p95, "ms", new BareHop(jdbcUrl).p95());
    }

    /** From the time of the fact, which is before its commit, until a handler of another process is called. */
    private static Metric handledElsewhere(MeasuredHouse house, int messages) throws Exception {
        double limit = new BareHop(house.jdbcUrl()).p95();
        try (StartedProcess watch = FactWatch.start(house.jdbcUrl())) {
            for (int i = 0; i < messages; i++) house.mention("first-" + i, PERIOD); // it has just started
            int before = awaitQuiet(watch);
            for (int i = 0; i < messages; i++) house.mention("thing-" + i, PERIOD);
            List<Double> ages = watch.lines().subList(before, awaitQuiet(watch)).stream()
                    .filter(line -> line.matches("[\\d.]+")) // and not of the log
                    .map(Double::valueOf)
                    .toList();
            if (ages.size() < messages)
                throw new IllegalStateException("Only %d facts were seen".formatted(ages.size()));
            return new Metric("fact_to_handler_elsewhere_p95", Percentile.p95(ages), "ms", limit);
        }
    }

    /** Until it has said nothing for a while; how many lines there are then. */
    private static int awaitQuiet(StartedProcess watch) throws InterruptedException {
        int lines = -1;
        while (lines < watch.lines().size()) {
            lines = watch.lines().size();
            Thread.sleep(QUIET);
        }
        return lines;
    }
}
