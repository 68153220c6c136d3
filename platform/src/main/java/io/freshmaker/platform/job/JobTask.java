package io.freshmaker.platform.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A kind of job as the scheduler knows it: done once, and again only when it failed, its worker died, or it was {@link NotYet} time. */
final class JobTask extends OneTimeTask<Void> {

    private static final Logger log = LoggerFactory.getLogger(JobTask.class);

    private final Job job;
    private final Clock clock;
    private final JobFailures failures;

    JobTask(Job job, Clock clock, JobFailures failures) {
        super(
                job.name(),
                Void.class,
                new BackOff(job, clock, failures),
                (missed, operations) -> operations.reschedule(missed, clock.instant()));
        this.job = job;
        this.clock = clock;
        this.failures = failures;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        try {
            return super.execute(instance, context);
        } catch (NotYet e) {
            log.debug("Job {} of {} waits: {}", job.name(), instance.getId(), e.getMessage());
            Instant next = clock.instant().plus(e.pause());
            return (complete, operations) -> operations.reschedule(complete, next);
        }
    }

    @Override
    public void executeOnce(TaskInstance<Void> instance, ExecutionContext context) {
        boolean failed = context.getExecution().consecutiveFailures > 0;
        work(instance.getId(), failed ? Optional.of(failures) : Optional.empty());
    }

    /** @param known where it is known as one that failed */
    private void work(String subject, Optional<JobFailures> known) {
        Optional<Throwable> dropped = known.flatMap(noted -> noted.dropped(job, subject));
        try {
            dropped.ifPresentOrElse(cause -> job.gaveUp(subject, cause), () -> job.run(subject));
        } catch (NotYet e) {
            known.ifPresent(noted -> noted.ended(job, subject, false)); // it fails no more
            throw e;
        }
        known.ifPresent(noted -> noted.ended(job, subject, dropped.isPresent()));
    }
}
