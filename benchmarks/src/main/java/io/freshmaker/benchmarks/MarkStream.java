package io.freshmaker.benchmarks;

import io.freshmaker.benchmarks.Thing.Mark;
import io.freshmaker.platform.command.Commands;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends commands at a steady rate about 300 things, each on a thread of its own, and notes how long each took. */
final class MarkStream {

    private static final int THINGS = 300;

    private final Commands commands;
    private final long period;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<Double> seconds = new ConcurrentLinkedQueue<>();

    MarkStream(Commands commands, int perSecond) {
        this.commands = commands;
        this.period = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Returns when every command has been answered or given up. */
    void send(Duration length, Runnable inTheMiddle) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            threads.execute(inTheMiddle);
            for (long next = begin; next - begin < length.toNanos(); next += period) {
                while (System.nanoTime() < next) LockSupport.parkNanos(next - System.nanoTime());
                threads.execute(this::sendOne);
            }
        }
    }

    int sent() {
        return sent.get();
    }

    int failed() {
        return failed.get();
    }

    /** The numbers of those that were said to be applied. */
    Set<Integer> acknowledged() {
        return acknowledged;
    }

    /** The longest that one took. */
    double longest() {
        return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private void sendOne() {
        int number = sent.incrementAndGet();
        long begin = System.nanoTime();
        try {
            commands.send(new Mark("thing-" + number % THINGS, number));
            acknowledged.add(number);
        } catch (RuntimeException e) {
            failed.incrementAndGet();
        }
        seconds.add((System.nanoTime() - begin) / 1e9);
    }
}
