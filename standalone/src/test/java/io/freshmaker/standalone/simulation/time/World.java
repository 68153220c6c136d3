package io.freshmaker.standalone.simulation.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The world of one seed: its time, its chance, and everything that is to be done. Of all that could go on now, one task goes on,
 * chosen by chance, until it ends or pauses; threads pass a baton, so that never two run at once. When nothing can go on, time
 * jumps to the next thing that is due.
 */
public final class World {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final InheritableThreadLocal<@Nullable Here> HERE = new InheritableThreadLocal<>();

    private final Random random;
    private final Trace trace = new Trace(BEGIN);
    private final NavigableSet<Task> waiting = new TreeSet<>(Task.IN_ORDER);
    private final List<Pause> paused = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private final Baton baton = new Baton();
    private Instant now = BEGIN;
    private long tasks;

    /** Whose world this thread is in, and what it is doing there. */
    private record Here(
            World world, @Nullable Task task, @Nullable Thread thread) {}

    public World(long seed) {
        random = new Random(seed);
    }

    /** The world of this thread. */
    public static @Nullable World current() {
        Here here = HERE.get();
        return here == null ? null : here.world();
    }

    /** The process that this thread works for; null when it works for none. */
    public static @Nullable Machine machine() {
        Here here = HERE.get();
        return here == null || here.task() == null ? null : here.task().machine;
    }

    /** What this thread does is one task with everything that has the same; null when it does none. */
    public static @Nullable Object task() {
        Here here = HERE.get();
        return here == null ? null : here.task();
    }

    /** Whether this thread was made by a task to wait for it, as commands are handled. */
    public static boolean isWaitedFor() {
        Here here = HERE.get();
        return here != null && here.task() != null && here.thread() != Thread.currentThread();
    }

    /** Has this thread, which does the steps, live in this world. */
    public void enter() {
        HERE.set(new Here(this, null, null));
    }

    public void leave() {
        HERE.remove();
    }

    public Random random() {
        return random;
    }

    public Trace trace() {
        return trace;
    }

    public Instant now() {
        return now;
    }

    public Clock clock() {
        return VirtualClock.INSTANCE;
    }

    public Machine machine(String name) {
        Machine machine = new Machine(name);
        machines.add(machine);
        return machine;
    }

    /** A strand of a machine, which does at most that many tasks at once. */
    public Strand strand(Machine machine, String name, int threads) {
        return new Strand(this, machine, name, threads);
    }

    /** Up to that long, by chance. */
    public Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }

    /** Says something in the trace. */
    public void note(String what) {
        Here here = HERE.get();
        trace.note(now, here == null || here.task() == null ? what : here.task() + ": " + what);
    }

    void add(Strand strand, Duration delay, Runnable work) {
        if (!strand.machine().isDead()) waiting.add(new Task(strand, now.plus(delay), tasks++, work));
    }

    /** Does one step; false when nothing is to be done until then, and it is then now. */
    public boolean step(Instant limit) {
        buryTheDead();
        List<Object> possible = possible();
        if (possible.isEmpty()) {
            Instant next = nextTime();
            if (next != null && !next.isAfter(limit)) {
                now = next;
                return true;
            }
            now = limit;
            return false;
        }
        go(possible.get(random.nextInt(possible.size())));
        now = now.plusNanos(random.nextInt(2_000_000));
        return true;
    }

    /** Whoever has died holds nothing any more. */
    public void buryTheDead() {
        machines.stream().filter(Machine::isDead).toList().forEach(this::bury);
    }

    /** What the current thread does waits for a while, and others go on. */
    public void pause(String where, Duration length, boolean alone) {
        Task task = Objects.requireNonNull(Objects.requireNonNull(HERE.get()).task(), "Only tasks pause");
        task.machine.checkAlive();
        note("waits " + where);
        Pause pause = new Pause(task, Thread.currentThread(), now.plus(length), alone, where, new Semaphore(0));
        paused.add(pause);
        baton.passBack();
        pause.end().acquireUninterruptibly();
        task.machine.checkAlive();
    }

    private void go(Object chosen) {
        if (chosen instanceof Task task) begin(task);
        else resume((Pause) chosen);
    }

    private void begin(Task task) {
        waiting.remove(task);
        trace.note(now, task.toString());
        task.strand.begin();
        baton.hand(
                () -> {
                    HERE.set(new Here(this, task, Thread.currentThread()));
                    attempt(task);
                    task.machine.checkAlive(); // its thread must not be used again: nobody knows what it left behind
                },
                () -> end(task));
    }

    /** What a thread of a pool throws ends that thread and nothing else. */
    private void attempt(Task task) {
        try {
            task.work.run();
        } catch (RuntimeException e) {
            note("threw " + e.getClass().getSimpleName());
        }
    }

    private void end(Task task) {
        task.strand.end();
        task.done = true;
    }

    private void resume(Pause pause) {
        paused.remove(pause);
        trace.note(now, pause.task() + " goes on " + pause.where());
        baton.hand(pause.end());
    }

    /** Its tasks are gone; those in the middle of their work run on to their end, where they can reach nothing any more. */
    private void bury(Machine dead) {
        machines.remove(dead);
        waiting.removeIf(task -> task.machine == dead);
        for (Pause pause :
                paused.stream().filter(one -> one.task().machine == dead).toList()) resume(pause);
        dead.bury();
    }

    private List<Object> possible() {
        List<Object> possible = new ArrayList<>();
        Set<Machine> alone = new HashSet<>();
        for (Pause pause : paused) {
            if (pause.alone()) alone.add(pause.task().machine);
            if (!pause.until().isAfter(now) && pause.task().machine.mayActAt(now)) possible.add(pause);
        }
        Set<Strand> seen = new HashSet<>();
        for (Task task : waiting) {
            if (task.due.isAfter(now)) break;
            if (!seen.add(task.strand) || !task.strand.isFree()) continue;
            if (task.machine.mayActAt(now) && !alone.contains(task.machine)) possible.add(task);
        }
        return possible;
    }

    private @Nullable Instant nextTime() {
        Instant next = null;
        for (Pause pause : paused) next = earlier(next, pause.until(), pause.task().machine);
        for (Task task : waiting) {
            Instant candidate = task.strand.isFree() ? earlier(next, task.due, task.machine) : next;
            next = candidate;
        }
        return next;
    }

    private @Nullable Instant earlier(@Nullable Instant best, Instant time, Machine machine) {
        Instant possible = time.isBefore(machine.frozenUntil()) ? machine.frozenUntil() : time;
        if (!possible.isAfter(now)) return best;
        return best == null || possible.isBefore(best) ? possible : best;
    }
}
