package io.freshmaker.query.dashboard;

import io.freshmaker.query.progress.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened lately, in the order of the feed and only as far as the read models show it. */
@Component
class Steps {

    /** How many are read at once. */
    static final int MOST = 1_000;

    private static final String AFTER = """
        select f.position, d.global_index as index, coalesce(b.event_number, e.number, c.event_number) as event,
               b.number as build, c.compose_key as compose
        from feed f
        join domain_event d on d.event_identifier = f.event_identifier
        left join build_view b on b.build_key = d.aggregate_identifier
        left join event_view e on e.event_key = d.aggregate_identifier
        left join compose_view c on c.compose_key = d.aggregate_identifier
        where f.position > :after order by f.position limit :most
        """;

    private final JdbcClient sql;
    private final Progress progress;

    Steps(JdbcClient sql, Progress progress) {
        this.sql = sql;
        this.progress = progress;
    }

    /** Those after a position, oldest first, at most {@value #MOST}. */
    List<Step> after(long position) {
        LongPredicate passed = progress.passed(); // asked first: rows that are read later are as new, or newer
        return sql.sql(AFTER).param("after", position).param("most", MOST).query((row, _) -> step(row)).list().stream()
                .takeWhile(step -> passed.test(step.index()))
                .toList();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getLong("position"),
                row.getLong("index"),
                row.getObject("event", Integer.class),
                row.getObject("build", Integer.class),
                row.getString("compose"));
    }

    /** The position up to which the read models know every fact. */
    long passed() {
        long position =
                Math.max(0, progress.position() - MOST); // what runs at once may be stored and numbered in two orders
        List<Step> some = after(position);
        while (!some.isEmpty()) {
            position = some.getLast().position();
            some = after(position);
        }
        return position;
    }
}
