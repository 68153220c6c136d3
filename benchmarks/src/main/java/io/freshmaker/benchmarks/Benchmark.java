package io.freshmaker.benchmarks;

import java.util.List;

/** One program that measures. It may take minutes, uses a temporary folder and free ports, and leaves nothing behind. */
interface Benchmark {

    /** What it is called by: {@code ./freshmaker bench <name>}. */
    String name();

    /** Measures. What cannot be measured throws, so that no figure is ever made up. */
    List<Metric> run(Scale scale) throws Exception;

    /** How much work is measured. */
    enum Scale {
        FULL(1),
        /** A tenth, for a look in between. */
        QUICK(10);

        private final int divisor;

        Scale(int divisor) {
            this.divisor = divisor;
        }

        int of(int full) {
            return full / divisor;
        }
    }
}
