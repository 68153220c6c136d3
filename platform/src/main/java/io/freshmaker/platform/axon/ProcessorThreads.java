package io.freshmaker.platform.axon;

import java.util.concurrent.ScheduledExecutorService;

/** Where processors work: on threads of their own, unless a bean brings something else, as the fault harness does. */
@FunctionalInterface
public interface ProcessorThreads {

    /** Does one thing after the other. */
    ScheduledExecutorService named(String name);
}
