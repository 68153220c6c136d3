package io.freshmaker.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.freshmaker.platform.wake.AfterCommit;
import io.freshmaker.platform.wake.Neighbours;
import io.freshmaker.platform.wake.News;
import io.freshmaker.platform.wake.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Stores jobs and has them done. A job stored in a transaction exists when that commits, and starts right after, here or
 * in another process. The worker of a process that died is missed after four heartbeats of 5 s; then another one takes its job over.
 */
public class Jobs implements SmartLifecycle, Sleeper {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Clock clock;
    private final Neighbours neighbours;
    private final Map<Job.Queue, Scheduler> queues = new EnumMap<>(Job.Queue.class);
    private volatile boolean running;

    public Jobs(DataSource dataSource, List<Job> jobs, Clock clock, Neighbours neighbours) {
        this(dataSource, jobs, clock, neighbours, Scheduler::create);
    }

    public Jobs(DataSource dataSource, List<Job> jobs, Clock clock, Neighbours neighbours, Workers workers) {
        this.clock = clock;
        this.neighbours = neighbours;
        DataSource joined = new TransactionAwareDataSourceProxy(dataSource);
        JobFailures failures = new JobFailures(JdbcClient.create(joined), clock);
        for (Job.Queue queue : Job.Queue.values()) {
            List<JobTask> tasks = jobs.stream()
                    .filter(job -> job.queue() == queue)
                    .map(job -> new JobTask(job, clock, failures))
                    .toList();
            if (!tasks.isEmpty()) queues.put(queue, scheduler(queue, workers.over(joined, List.copyOf(tasks))));
        }
    }

    /** Stores a job, unless one of its kind on that subject is waiting or running already. */
    public void store(Job job, String subject) {
        store(job, subject, Duration.ZERO);
    }

    /** The same, to be done after that time. */
    public void store(Job job, String subject, Duration delay) {
        Scheduler queue = queues.get(job.queue());
        if (queue == null) throw new IllegalArgumentException("No job of queue " + job.queue() + " is known here");
        Instant due = clock.instant().plus(delay);
        queue.scheduleIfNotExists(new TaskInstance<Void>(job.name(), subject), due);
        AfterCommit.run(() -> {
            queue.triggerCheckForDueExecutions();
            neighbours.tell(News.JOBS);
        });
    }

    /** Says, after the commit, that something is due at once, here or in another process. */
    void tellOfDueJobs() {
        AfterCommit.run(() -> {
            wake();
            neighbours.tell(News.JOBS);
        });
    }

    /** Those that are worked off here. */
    Set<Job.Queue> queues() {
        return Set.copyOf(queues.keySet());
    }

    @Override
    public News waitsFor() {
        return News.JOBS;
    }

    @Override
    public void wake() {
        if (running) queues.values().forEach(Scheduler::triggerCheckForDueExecutions);
    }

    @Override
    public void start() {
        queues.values().forEach(Scheduler::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        queues.values().forEach(Scheduler::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Scheduler scheduler(Job.Queue queue, SchedulerBuilder builder) {
        return builder.tableName(queue.table())
                .threads(queue.workers())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LAST_WORDS)
                .build();
    }
}
