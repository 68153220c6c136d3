package io.freshmaker.platform.job;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a failed job tried again, later and later, and given up in the end. */
final class BackOff implements FailureHandler<Void> {

    private static final Logger log = LoggerFactory.getLogger(BackOff.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Job job;
    private final Clock clock;
    private final JobFailures all;

    BackOff(Job job, Clock clock, JobFailures all) {
        this.job = job;
        this.clock = clock;
        this.all = all;
    }

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        int failures = failed.getExecution().consecutiveFailures + 1;
        String subject = failed.getExecution().getId();
        Throwable cause = failed.getCause().orElseGet(() -> new IllegalStateException("No cause is known"));
        if (failures >= job.attempts() && gaveUp(subject, cause)) {
            all.gaveUp(job, subject, cause);
            operations.stop();
            return;
        }
        Duration pause = pauseAfter(failures);
        log.warn(
                "Job {} of {} failed {} time(s), again in {} s: {}",
                job.name(),
                subject,
                failures,
                pause.toSeconds(),
                cause.toString());
        Instant next = clock.instant().plus(pause);
        all.failed(job, subject, cause, next, givesUp(failures, next));
        operations.reschedule(failed, next);
    }

    Duration pauseAfter(int failures) {
        Duration pause = job.firstPause();
        for (int i = 1; i < failures && pause.compareTo(LONGEST) < 0; i++) pause = pause.multipliedBy(2);
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    /** When its attempts are used up, if each of them fails at once; null: never. */
    @Nullable
    Instant givesUp(int failures, Instant next) {
        if (job.attempts() == Integer.MAX_VALUE) return null;
        Instant last = next;
        int tried = failures + 1;
        for (; tried < job.attempts() && !pauseAfter(tried).equals(LONGEST); tried++)
            last = last.plus(pauseAfter(tried));
        return last.plus(LONGEST.multipliedBy(Math.max(0, job.attempts() - tried)));
    }

    /** Anything may be wrong with the outside at this moment, so that giving up fails too: then it is tried again later. */
    private boolean gaveUp(String subject, Throwable cause) {
        try {
            job.gaveUp(subject, cause);
            log.error("Job {} of {} was given up", job.name(), subject, cause);
            return true;
        } catch (RuntimeException e) {
            log.error("Job {} of {} could not even be given up", job.name(), subject, e);
            return false;
        }
    }
}
