package io.freshmaker.platform.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was asked of it, and fails as often as it is told. */
class TestJob implements Job {

    final List<String> tries = new CopyOnWriteArrayList<>();
    final List<String> done = new CopyOnWriteArrayList<>();
    final List<String> gaveUp = new CopyOnWriteArrayList<>();
    volatile int failures;
    volatile int waits;
    volatile int failuresToGiveUp;
    volatile int attempts = 4;

    private final Queue queue;

    TestJob(Queue queue) {
        this.queue = queue;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Queue queue() {
        return queue;
    }

    @Override
    public void run(String subject) {
        tries.add(subject);
        if (tries.size() <= failures) throw new IllegalStateException("broken");
        if (tries.size() <= failures + waits) throw new NotYet("the other one", Duration.ofMillis(10));
        done.add(subject);
    }

    @Override
    public void gaveUp(String subject, Throwable cause) {
        int left = failuresToGiveUp;
        failuresToGiveUp = left - 1;
        if (left > 0) throw new IllegalStateException("cannot give up");
        gaveUp.add(subject + ": " + cause.getMessage());
    }

    @Override
    public int attempts() {
        return attempts;
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMillis(10);
    }
}
