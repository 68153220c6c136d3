package io.freshmaker.platform.job;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes why jobs fail, for people to see. A note that cannot be made holds up no job. */
class JobFailures {

    private static final Logger log = LoggerFactory.getLogger(JobFailures.class);
    private static final int LONGEST = 2_000;

    private final JdbcClient sql;
    private final Clock clock;

    JobFailures(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * It failed and is tried again at that time.
     *
     * @param givesUp about when it is given up; null: never
     */
    void failed(Job job, String subject, Throwable cause, Instant next, @Nullable Instant givesUp) {
        Timestamp now = Timestamp.from(clock.instant());
        note(
                job,
                subject,
                () -> sql.sql("""
                    insert into failed_job (queue, name, subject, failures, error, first_failed_at, failed_at, next_at, gives_up_at)
                    values (:queue, :name, :subject, 1, :error, :now, :now, :next, :gives_up)
                    on conflict (name, subject) where given_up_at is null do update
                    set failures = failed_job.failures + 1, error = excluded.error, failed_at = excluded.failed_at,
                        next_at = excluded.next_at, gives_up_at = excluded.gives_up_at\
                    """)
                        .param("queue", job.queue().name())
                        .param("name", job.name())
                        .param("subject", subject)
                        .param("error", text(cause))
                        .param("now", now)
                        .param("next", Timestamp.from(next))
                        .param("gives_up", givesUp == null ? null : Timestamp.from(givesUp))
                        .update());
    }

    /** It failed for the last time. */
    void gaveUp(Job job, String subject, Throwable cause) {
        Instant now = clock.instant();
        failed(job, subject, cause, now, now);
        end(job, subject);
    }

    /** It was done at last, or given up because a person dropped it. */
    void ended(Job job, String subject, boolean dropped) {
        if (dropped) end(job, subject);
        else
            note(
                    job,
                    subject,
                    () -> sql.sql("delete from failed_job where name = ? and subject = ? and given_up_at is null")
                            .params(job.name(), subject)
                            .update());
    }

    /** Why it is to be given up: a person said so. */
    Optional<Throwable> dropped(Job job, String subject) {
        return sql.sql("""
            select error from failed_job
            where name = ? and subject = ? and given_up_at is null and dropped_at is not null\
            """)
                .params(job.name(), subject)
                .query(String.class)
                .optional()
                .map(error -> new IllegalStateException("Dropped by a person; it failed with: " + error));
    }

    /** Of jobs that are given up again and again, as regular looks are, the last one is kept. */
    private void end(Job job, String subject) {
        note(
                job,
                subject,
                () -> sql.sql("""
                    with earlier as (delete from failed_job where name = :name and subject = :subject and given_up_at is not null)
                    update failed_job set given_up_at = :now, next_at = null
                    where name = :name and subject = :subject and given_up_at is null\
                    """)
                        .param("name", job.name())
                        .param("subject", subject)
                        .param("now", Timestamp.from(clock.instant()))
                        .update());
    }

    private static void note(Job job, String subject, Runnable note) {
        try {
            note.run();
        } catch (DataAccessException e) {
            log.warn("That job {} of {} failed or ended could not be noted: {}", job.name(), subject, e.toString());
        }
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String text(Throwable cause) {
        String text = cause.toString().replace("\0", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
