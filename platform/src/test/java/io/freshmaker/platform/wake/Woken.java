package io.freshmaker.platform.wake;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often it is woken. */
record Woken(News waitsFor, AtomicInteger times) implements Sleeper {

    Woken(News waitsFor) {
        this(waitsFor, new AtomicInteger());
    }

    @Override
    public void wake() {
        times.incrementAndGet();
    }

    int count() {
        return times.get();
    }
}
