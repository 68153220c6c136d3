package io.freshmaker.standalone.simulation.time;

import java.time.Instant;
import java.util.Comparator;

/** Something that is done at some time. {@code number}: of two for the same time, the older one comes first. */
final class Task {

    static final Comparator<Task> IN_ORDER =
            Comparator.comparing((Task task) -> task.due).thenComparing(task -> task.number);

    final Strand strand;
    final Instant due;
    final long number;
    final Runnable work;
    final Machine machine;
    boolean done;

    Task(Strand strand, Instant due, long number, Runnable work) {
        this.strand = strand;
        this.machine = strand.machine();
        this.due = due;
        this.number = number;
        this.work = work;
    }

    @Override
    public String toString() {
        return machine + " " + strand;
    }
}
