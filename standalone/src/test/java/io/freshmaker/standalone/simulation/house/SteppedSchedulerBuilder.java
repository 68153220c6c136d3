package io.freshmaker.standalone.simulation.house;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import io.freshmaker.standalone.simulation.time.Machine;
import io.freshmaker.standalone.simulation.time.Strand;
import io.freshmaker.standalone.simulation.time.World;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Builds a {@link SteppedScheduler} of the settings that production gives to the real one. */
final class SteppedSchedulerBuilder extends SchedulerBuilder {

    private final World world;
    private final Machine machine;

    SteppedSchedulerBuilder(DataSource dataSource, List<Task<?>> tasks, World world, Machine machine) {
        super(dataSource, tasks);
        this.world = world;
        this.machine = machine;
        this.clock = world::now;
    }

    @Override
    public Scheduler build() {
        SchedulerName name = new SchedulerName.Fixed(machine.toString());
        TaskResolver tasks = new TaskResolver(new SchedulerListeners(List.of()), clock, knownTasks);
        JdbcCustomization dialect = new AutodetectJdbcCustomization(dataSource, alwaysPersistTimestampInUTC);
        Strand idle = strand("idle", 1);
        idle.shutdown();
        return new SteppedScheduler(
                this,
                repository(true, dialect, tasks, name),
                repository(commitWhenAutocommitDisabled, dialect, tasks, name),
                tasks,
                name,
                waiter,
                strand("works", executorThreads),
                strand("looks", 1),
                strand("keeps house", 3),
                idle);
    }

    Clock time() {
        return clock;
    }

    int workers() {
        return executorThreads;
    }

    Duration heartbeat() {
        return heartbeatInterval;
    }

    int missedHeartbeats() {
        return numberOfMissedHeartbeatsBeforeDead;
    }

    PollingStrategyConfig polling() {
        return pollingStrategyConfig;
    }

    Duration forgetUnknownAfter() {
        return deleteUnresolvedAfter;
    }

    LogLevel failureLevel() {
        return logLevel;
    }

    private JdbcTaskRepository repository(
            boolean commits, JdbcCustomization dialect, TaskResolver tasks, SchedulerName name) {
        return new OrderedJobs(dataSource, commits, dialect, tableName, tasks, name, serializer, enablePriority, clock);
    }

    private Strand strand(String what, int threads) {
        return world.strand(machine, tableName + " " + what, threads);
    }
}
