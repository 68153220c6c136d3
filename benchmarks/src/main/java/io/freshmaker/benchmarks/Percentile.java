package io.freshmaker.benchmarks;

import java.util.Collection;

/** Statistics of measured times. */
final class Percentile {

    private static final double P95 = 0.95;

    private Percentile() {}

    /** What all but one in twenty stay below. */
    static double p95(Collection<Double> times) {
        if (times.isEmpty()) throw new IllegalStateException("Nothing was measured");
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.ceil(P95 * sorted.length) - 1];
    }
}
