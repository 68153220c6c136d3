package io.freshmaker.platform.job;

import java.time.Duration;

/**
 * A kind of job: work with the outside on one subject (an Event, a build), which may be done twice but never lost. Brought
 * along as a bean.
 */
public interface Job {

    /** Stored with each job, so never changed. */
    String name();

    /** Which of the queues it waits in; each has workers of its own. */
    Queue queue();

    /** Does it. Whatever it throws means "again later", until {@link #attempts()} are used up; {@link NotYet} uses up none. */
    void run(String subject);

    /** It failed for the last time. May be called twice; when it throws, it is called again later. */
    void gaveUp(String subject, Throwable cause);

    /** How often it is tried. */
    default int attempts() {
        return 30;
    }

    /** The pause after the first failure; it doubles with each further one, up to a minute. */
    default Duration firstPause() {
        return Duration.ofSeconds(1);
    }

    /** Workers and a table of their own, so that a slow system delays no other. */
    enum Queue {
        PLAN("job_plan", 2),
        BUILD("job_build", 4),
        WATCH("job_watch", 4);

        private final String table;
        private final int workers;

        Queue(String table, int workers) {
            this.table = table;
            this.workers = workers;
        }

        String table() {
            return table;
        }

        int workers() {
            return workers;
        }
    }
}
