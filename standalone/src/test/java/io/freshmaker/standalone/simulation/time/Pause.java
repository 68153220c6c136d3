package io.freshmaker.standalone.simulation.time;

import java.time.Instant;
import java.util.concurrent.Semaphore;

/**
 * A task that waits in the middle of its work.
 *
 * @param alone whether its process may do nothing else meanwhile, because it holds a lock
 */
record Pause(Task task, Thread thread, Instant until, boolean alone, String where, Semaphore end) {}
