package io.freshmaker.standalone.simulation.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What happened, to be read by people: the last steps as text, and a sum of all of them to compare two runs by. */
public final class Trace {

    private static final int KEPT = Integer.getInteger("simulation.steps", 400);

    private final Deque<String> last = new ArrayDeque<>();
    private final Instant begin;
    private long sum;
    private int lines;

    Trace(Instant begin) {
        this.begin = begin;
    }

    void note(Instant at, String what) {
        Duration since = Duration.between(begin, at);
        String line = "%4d.%03d %s".formatted(since.toSeconds(), since.toMillisPart(), what);
        sum = sum * 31 + line.hashCode();
        lines++;
        last.addLast(line);
        if (last.size() > KEPT) last.removeFirst();
    }

    /** The same for two runs that took the same steps. */
    public long sum() {
        return sum;
    }

    public int lines() {
        return lines;
    }

    /** The last steps, one in a line. */
    @Override
    public String toString() {
        return String.join("\n", last);
    }
}
