package io.freshmaker.platform.job;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import javax.sql.DataSource;

/** Who works on the jobs of a queue: threads, unless a bean brings workers of its own, as the fault harness does. */
@FunctionalInterface
public interface Workers {

    /** A builder with nothing set but these two. */
    SchedulerBuilder over(DataSource dataSource, List<Task<?>> tasks);
}
