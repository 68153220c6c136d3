package io.freshmaker.benchmarks;

/**
 * One figure, and what the same machine can do at best. Less is better, but for rates ({@code /s}) more is.
 *
 * @param name ends in its statistic and size, e.g. {@code plan_10000}
 * @param unit of value and limit: {@code s}, {@code ms}, {@code MB}, {@code %}, {@code /s}, or empty for a count
 * @param limit measured in the same run, by the barest program that does comparable work
 */
record Metric(String name, double value, String unit, double limit) {

    /** How much of the possible is reached: 1 is as good as the limit, 0.5 takes twice as much. */
    double ratio() {
        if (value == 0 && !unit.equals("/s")) return 1; // nothing is less than nothing
        return unit.equals("/s") ? value / limit : limit / value;
    }
}
