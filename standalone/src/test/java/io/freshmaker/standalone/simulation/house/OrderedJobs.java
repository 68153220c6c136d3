package io.freshmaker.standalone.simulation.house;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** Jobs that are due at the same time come in the order of their names: PostgreSQL gives them in any, not the same in each run. */
final class OrderedJobs extends JdbcTaskRepository {

    private static final Comparator<Execution> ORDER =
            Comparator.comparing(Execution::getExecutionTime).thenComparing(Execution::getId);

    OrderedJobs(
            DataSource dataSource,
            boolean commits,
            JdbcCustomization dialect,
            String table,
            TaskResolver tasks,
            SchedulerName name,
            Serializer serializer,
            boolean priority,
            Clock clock) {
        super(dataSource, commits, dialect, table, tasks, name, serializer, priority, clock);
    }

    @Override
    public List<Execution> getDue(Instant now, int limit) {
        return super.getDue(now, limit).stream().sorted(ORDER).toList();
    }

    @Override
    public List<Execution> getDeadExecutions(Instant olderThan) {
        return super.getDeadExecutions(olderThan).stream().sorted(ORDER).toList();
    }
}
