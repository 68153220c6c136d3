package io.freshmaker.command.adapter.process;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildReports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how runs ended, again and again with growing pauses until it is heard; every process tells what another left untold. */
final class EndedRuns {

    private static final Logger log = LoggerFactory.getLogger(EndedRuns.class);

    /** The longest pause, in seconds. */
    private static final int LONGEST_PAUSE = 60;

    private final JdbcClient sql;
    private final BuildReports reports;
    private final double pauseSeconds;

    EndedRuns(JdbcClient sql, BuildReports reports, Duration firstPause) {
        this.sql = sql;
        this.reports = reports;
        this.pauseSeconds = firstPause.toMillis() / 1000.0;
    }

    void tellAll() {
        for (Optional<EndedRun> run = next(); run.isPresent(); run = next()) tell(run.get());
    }

    private void tell(EndedRun run) {
        try {
            reports.ended(run.build(), run.exit().outcome());
        } catch (RuntimeException e) {
            log.warn("The end of {} was not heard; it is told again", run.build(), e);
            return;
        }
        sql.sql("update process_run set state = 'reported' where build_id = ? and state = 'ended'")
                .param(run.build().value())
                .update();
    }

    private Optional<EndedRun> next() {
        return sql.sql("""
            update process_run set tellings = tellings + 1,
                   tell_after = now() + make_interval(secs => least(?, ? * power(2, least(tellings, 10))))
            where build_id = (select build_id from process_run where state = 'ended' and tell_after <= now()
                order by tell_after limit 1 for update skip locked)
            and state = 'ended'
            returning build_id, status, last_line\
            """)
                .params(LONGEST_PAUSE, pauseSeconds)
                .query(EndedRuns::endedRun)
                .optional();
    }

    private static EndedRun endedRun(ResultSet row, int index) throws SQLException {
        Exit exit = new Exit(row.getString("status"), row.getString("last_line"));
        return new EndedRun(new BuildId(row.getString("build_id")), exit);
    }

    private record EndedRun(BuildId build, Exit exit) {}
}
