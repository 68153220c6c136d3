package io.freshmaker.standalone.simulation.house;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import io.freshmaker.standalone.simulation.time.Strand;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** db-scheduler on strands instead of threads: it looks, works, sends heartbeats and misses those of others in virtual time. */
final class SteppedScheduler extends Scheduler {

    private static final Logger log = LoggerFactory.getLogger(SteppedScheduler.class);

    private final Strand looking;
    private final Duration poll;
    private boolean triggered;

    /** @param looking what looks for jobs; {@code idle} stands for the thread that would, and does nothing */
    SteppedScheduler(
            SteppedSchedulerBuilder settings,
            JdbcTaskRepository workers,
            JdbcTaskRepository clients,
            TaskResolver tasks,
            SchedulerName name,
            Waiter waiter,
            Strand working,
            Strand looking,
            Strand housekeeping,
            Strand idle) {
        super(
                settings.time(),
                workers,
                clients,
                tasks,
                settings.workers(),
                working,
                name,
                waiter,
                settings.heartbeat(),
                settings.missedHeartbeats(),
                List.of(),
                List.of(),
                settings.polling(),
                settings.forgetUnknownAfter(),
                Duration.ZERO,
                settings.failureLevel(),
                false,
                List.of(),
                idle,
                housekeeping);
        this.looking = looking;
        this.poll = waiter.getWaitDuration();
    }

    @Override
    public void start() {
        super.start();
        looking.repeat(Duration.ZERO, () -> {
            look();
            return poll;
        });
    }

    @Override
    public void triggerCheckForDueExecutions() {
        if (triggered) return;
        triggered = true;
        looking.after(Duration.ZERO, this::look);
    }

    /** As its own thread does: whatever goes wrong, it looks again. */
    private void look() {
        triggered = false;
        try {
            executeDue();
        } catch (RuntimeException e) {
            log.warn("Jobs could not be looked for", e);
        }
    }
}
