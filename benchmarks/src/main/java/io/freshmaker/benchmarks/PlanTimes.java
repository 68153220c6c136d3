package io.freshmaker.benchmarks;

import java.time.Duration;
import java.time.Instant;

/** When an Event was registered, planned, and all of its builds stored, by the time stamps of the facts. */
record PlanTimes(Instant registered, Instant planned, Instant activated) {

    double planning() {
        return seconds(registered, planned);
    }

    double storing() {
        return seconds(planned, activated);
    }

    double all() {
        return seconds(registered, activated);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
