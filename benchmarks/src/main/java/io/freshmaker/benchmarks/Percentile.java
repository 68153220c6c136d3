package io.freshmaker.benchmarks;

import java.util.Collection;

/** Statistics of measured times. */
final class Percentile {

    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;

    private Percentile() {}

    /** What half of them stay below. */
    static double median(Collection<Double> times) {
        return of(MEDIAN, times);
    }

    /** What all but one in twenty stay below. */
    static double p95(Collection<Double> times) {
        return of(P95, times);
    }

    private static double of(double share, Collection<Double> times) {
        if (times.isEmpty()) throw new IllegalStateException("Nothing was measured");
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
