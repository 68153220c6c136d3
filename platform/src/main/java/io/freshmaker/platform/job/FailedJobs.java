package io.freshmaker.platform.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs that failed, of all processes: those that are tried again, and those that were given up. */
@Component
public class FailedJobs {

    private static final String ALL = """
        select id, queue, name, subject, failures, error, first_failed_at, failed_at, next_at, gives_up_at, dropped_at, given_up_at
        from failed_job
        """;

    private final JdbcClient sql;
    private final Clock clock;
    private final Jobs jobs;

    FailedJobs(JdbcClient sql, Clock clock, Jobs jobs) {
        this.sql = sql;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** Those with a smaller id, the latest first: those that are tried again, or those that were given up. */
    public List<FailedJob> before(long id, boolean givenUp, int limit) {
        return sql.sql(ALL + "where id < ? and (given_up_at is not null) = ? order by id desc limit ?")
                .params(id, givenUp, limit)
                .query((row, _) -> job(row))
                .list();
    }

    public Optional<FailedJob> find(long id) {
        return sql.sql(ALL + "where id = ?")
                .param(id)
                .query((row, _) -> job(row))
                .optional();
    }

    /** Has it tried now. Nothing happens to one that was done or given up, or is being done. */
    public void retry(long id) {
        find(id).filter(job -> job.givenUpAt() == null).ifPresent(this::makeDue);
    }

    /** Has it given up now, as after its last failure. Nothing happens to one that was done or given up. */
    public void drop(long id) {
        sql.sql("update failed_job set dropped_at = ? where id = ? and given_up_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        retry(id);
    }

    private void makeDue(FailedJob job) {
        Timestamp now = Timestamp.from(clock.instant());
        sql.sql("""
            update %s set execution_time = ?, version = version + 1
            where task_name = ? and task_instance = ? and not picked and execution_time > ?\
            """.formatted(Job.Queue.valueOf(job.queue().toUpperCase(Locale.ROOT))
                        .table()))
                .params(now, job.name(), job.subject(), now)
                .update();
        sql.sql("update failed_job set next_at = ? where id = ?")
                .params(now, job.id())
                .update();
        jobs.tellOfDueJobs();
    }

    private static FailedJob job(ResultSet row) throws SQLException {
        return new FailedJob(
                row.getLong("id"),
                row.getString("queue").toLowerCase(Locale.ROOT),
                row.getString("name"),
                row.getString("subject"),
                row.getInt("failures"),
                row.getString("error"),
                row.getTimestamp("first_failed_at").toInstant(),
                row.getTimestamp("failed_at").toInstant(),
                time(row, "next_at"),
                time(row, "gives_up_at"),
                time(row, "dropped_at"),
                time(row, "given_up_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
