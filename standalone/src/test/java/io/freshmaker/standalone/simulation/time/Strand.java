package io.freshmaker.standalone.simulation.time;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Stands for a thread, or for a pool of them, in virtual time. What it is given it does in order, each as one task. */
public final class Strand extends AbstractExecutorService implements ScheduledExecutorService {

    private final World world;
    private final Machine machine;
    private final String name;
    private final int threads;
    private int busy;
    private boolean shutDown;

    Strand(World world, Machine machine, String name, int threads) {
        this.world = world;
        this.machine = machine;
        this.name = name;
        this.threads = threads;
    }

    Machine machine() {
        return machine;
    }

    boolean isFree() {
        return busy < threads;
    }

    void begin() {
        busy++;
    }

    void end() {
        busy--;
    }

    /** Does it after a while. */
    public void after(Duration delay, Runnable work) {
        if (!shutDown) world.add(this, delay, work);
    }

    /** Does it again and again; each time it says how long it then waits. */
    public void repeat(Duration first, Round round) {
        after(first, () -> repeat(waitAfter(round), round));
    }

    /** Who does something for ever must not end with a failure. */
    private static Duration waitAfter(Round round) {
        try {
            return round.run();
        } catch (RuntimeException e) {
            throw new AssertionError("What must go on has ended", e);
        }
    }

    /** Something that is done again and again. */
    public interface Round {

        /** How long to wait then. */
        Duration run();
    }

    @Override
    public void execute(Runnable work) {
        after(Duration.ZERO, work);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        return schedule(Executors.callable(work), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        Duration wait = Duration.of(delay, unit.toChronoUnit());
        Later<V> later = new Later<>(work, world.now().plus(wait), world.clock());
        after(wait, later);
        return later;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long initial, long period, TimeUnit unit) {
        return scheduleWithFixedDelay(work, initial, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long initial, long delay, TimeUnit unit) {
        Duration first = Duration.of(initial, unit.toChronoUnit());
        Later<Object> handle = new Later<>(() -> null, world.now().plus(first), world.clock());
        Duration pause = Duration.of(delay, unit.toChronoUnit());
        after(first, () -> again(work, pause, handle));
        return handle;
    }

    private void again(Runnable work, Duration pause, Later<Object> handle) {
        if (handle.isCancelled()) return;
        work.run();
        after(pause, () -> again(work, pause, handle));
    }

    @Override
    public void shutdown() {
        shutDown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutDown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutDown;
    }

    @Override
    public boolean isTerminated() {
        return shutDown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    @Override
    public String toString() {
        return name;
    }
}
