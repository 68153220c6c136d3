package io.freshmaker.platform.job;

import io.freshmaker.platform.metrics.Remembered;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many jobs wait, run, or have failed and are to be tried again, and how long the oldest of each has done so. */
@Component
class JobMetrics implements MeterBinder {

    private static final List<String> STATES = List.of("waiting", "running", "retrying");
    private static final String AGE = " age";

    private static final String FIGURES = """
        select state, count(*), greatest(extract(epoch from now() - min(since)), 0) from (
            select case when picked then 'running' when consecutive_failures > 0 then 'retrying' else 'waiting' end as state,
                   case when consecutive_failures > 0 and not picked then last_failure else execution_time end as since
            from %s) as jobs
        group by state
        """;

    private final Jobs jobs;
    private final JdbcTemplate sql;

    JobMetrics(Jobs jobs, JdbcTemplate sql) {
        this.jobs = jobs;
        this.sql = sql;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Job.Queue queue : jobs.queues()) {
            Remembered figures = new Remembered(() -> figures(queue));
            for (String state : STATES) {
                gauge("freshmaker.jobs", "Jobs", figures, state, meters, queue, state);
                gauge("freshmaker.job.oldest.age", "Of the oldest", figures, state + AGE, meters, queue, state);
            }
        }
    }

    private static void gauge(
            String name,
            String meaning,
            Remembered figures,
            String figure,
            MeterRegistry meters,
            Job.Queue queue,
            String state) {
        Gauge.builder(name, figures, all -> all.get(figure))
                .description(meaning)
                .baseUnit(name.endsWith("age") ? "seconds" : null)
                .tag("queue", queue.name().toLowerCase(Locale.ROOT))
                .tag("state", state)
                .register(meters);
    }

    private Map<String, Double> figures(Job.Queue queue) {
        Map<String, Double> figures = new HashMap<>();
        sql.query(FIGURES.formatted(queue.table()), row -> {
            figures.put(row.getString(1), row.getDouble(2));
            figures.put(row.getString(1) + AGE, row.getDouble(3));
        });
        return figures;
    }
}
