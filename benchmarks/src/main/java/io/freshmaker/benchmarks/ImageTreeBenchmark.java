package io.freshmaker.benchmarks;

import io.freshmaker.command.image.ImagePlan;
import io.freshmaker.command.image.ImagePlanner;
import io.freshmaker.command.image.ImageQuestion;
import io.freshmaker.command.image.ImageSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * How long it takes to choose the images that are rebuilt for an advisory and to put them in order, when what systems outside say
 * is there already; what that takes of the heap, which the launcher bounds; and how fast the own index says which of many images
 * contain a package.
 */
final class ImageTreeBenchmark implements Benchmark {

    private static final int SMALLEST = 1_000;
    private static final int MIDDLE = 5_000;
    private static final int LARGEST = 10_000;
    private static final int INDEXED = 100_000;
    private static final int WARM_UP = 3;
    private static final int RUNS = 5;
    private static final double MEGABYTE = 1 << 20;

    @Override
    public String name() {
        return "image-tree";
    }

    @Override
    public List<Metric> run(Scale scale) throws Exception {
        Figures smallest = measure(scale.of(SMALLEST));
        Figures middle = measure(scale.of(MIDDLE));
        Figures largest = measure(scale.of(LARGEST));
        List<Metric> metrics = new ArrayList<>();
        for (Figures figures : List.of(smallest, middle, largest)) {
            metrics.add(new Metric("image_tree_plan_" + figures.size, figures.plan, "s", figures.bare));
        }
        metrics.add(new Metric(
                "image_tree_per_image_%d_to_%d".formatted(largest.size, smallest.size),
                largest.plan / largest.size / (smallest.plan / smallest.size),
                "",
                largest.bare / largest.size / (smallest.bare / smallest.size)));
        metrics.add(new Metric("image_tree_heap_" + largest.size, largest.heap, "MB", largest.bareHeap));
        metrics.addAll(index(scale.of(INDEXED)));
        return metrics;
    }

    private static List<Metric> index(int images) throws Exception {
        try (MeasuredHouse house = MeasuredHouse.open(new RandomCatalog());
                ImageIndexFigures figures = new ImageIndexFigures(house.jdbcUrl(), new ManyImages(images))) {
            figures.fill();
            return figures.measure(house.url());
        }
    }

    /**
     * @param plan seconds
     * @param bare seconds of the least that could be done
     * @param heap megabytes, with the metadata and the plan
     * @param bareHeap with the metadata only
     */
    private record Figures(int size, double plan, double bare, double heap, double bareHeap) {}

    private static Figures measure(int size) throws Exception {
        RecordedImages images = new RandomImageTree(size).recorded();
        BareTree bare = new BareTree(images);
        ImagePlanner planner = new ImagePlanner(images, images, ImageSettings.DEFAULT);
        double bareHeap = heap();
        ImagePlan plan = planner.plan(question());
        if (plan.images().size() != size) {
            throw new IllegalStateException(
                    "%d images are planned, not %d".formatted(plan.images().size(), size));
        }
        double heap = heap();
        System.err.printf(
                "%d images in %d batches, %d left alone; %.3f s of processor time%n",
                size, plan.batches().size(), plan.declined().size(), cpuSeconds(() -> planner.plan(question())));
        return new Figures(size, median(() -> planner.plan(question())), median(bare::sorted), heap, bareHeap);
    }

    /** On a machine that does other things, too, this says more than the time on the clock. */
    private static double cpuSeconds(Callable<?> work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < WARM_UP; i++) work.call();
        long begin = threads.getCurrentThreadCpuTime();
        work.call();
        return (threads.getCurrentThreadCpuTime() - begin) / 1e9;
    }

    private static double median(Callable<?> work) throws Exception {
        for (int i = 0; i < WARM_UP; i++) work.call();
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            long begin = System.nanoTime();
            work.call();
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        return Percentile.median(seconds);
    }

    private static double heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    private static ImageQuestion question() {
        return new ImageQuestion(
                1,
                "RHSA-2026:1",
                RandomImageTree.fixes(),
                Set.of(RandomImageTree.CONTENT_SET),
                true,
                List.of(),
                (_, _) -> Optional.empty(),
                Map.of());
    }
}
