package io.freshmaker.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long {@code ./freshmaker start} takes until it is ready, on a new data folder and on one that is there, and what memory
 * and processor time all its processes take together while nothing happens.
 */
final class StartupBenchmark implements Benchmark {

    private static final int STARTS = 3;
    /** After a start the JVM goes on compiling for a while, which is part of the idle time on purpose. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    private static final Duration QUICK_IDLE = Duration.ofSeconds(15);
    private static final double PERCENT = 100;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public List<Metric> run(Scale scale) throws Exception {
        Duration idle = scale == Scale.FULL ? IDLE : QUICK_IDLE;
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Launcher launcher = Launcher.find();
            Figures bare = measure(() -> BareHouse.start(folder.path().resolve("bare")), idle);
            Figures ours = measure(() -> launcher.start(folder.path().resolve("data")), idle);
            return ours.against(bare, idle);
        }
    }

    private static Figures measure(Start start, Duration idle) throws Exception {
        double first = secondsOf(start);
        double[] again = new double[STARTS];
        for (int i = 0; i < STARTS - 1; i++) again[i] = secondsOf(start);
        try (StartedProcess process = start.go()) {
            again[STARTS - 1] = process.seconds();
            return idle(process.tree(), idle, first, median(again));
        }
    }

    private static Figures idle(ProcessTree tree, Duration idle, double first, double again) throws Exception {
        double cpu = tree.cpuSeconds();
        long begin = System.nanoTime();
        Thread.sleep(idle);
        double share = (tree.cpuSeconds() - cpu) / ((System.nanoTime() - begin) / 1e9);
        return new Figures(first, again, tree.memoryMb(), share * PERCENT);
    }

    private static double secondsOf(Start start) throws Exception {
        try (StartedProcess process = start.go()) {
            return process.seconds();
        }
    }

    private static double median(double[] figures) {
        return Arrays.stream(figures)
                .sorted()
                .skip(figures.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private interface Start {
        StartedProcess go() throws Exception;
    }

    private record Figures(double first, double again, double memory, double cpu) {

        List<Metric> against(Figures limit, Duration idle) {
            return List.of(
                    new Metric("first_start_once", first, "s", limit.first),
                    new Metric("start_median_3", again, "s", limit.again),
                    new Metric("idle_memory_after_" + idle.toSeconds(), memory, "MB", limit.memory),
                    new Metric("idle_cpu_mean_" + idle.toSeconds(), cpu, "%", limit.cpu));
        }
    }
}
