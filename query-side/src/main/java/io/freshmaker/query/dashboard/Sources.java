package io.freshmaker.query.dashboard;

import io.freshmaker.query.dashboard.Overview.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds when each source was heard last. The tables are others'; where one is not there, none of its sources speaks. */
@Component
class Sources {

    /** Of how many of the newest bus messages the topics are known: all would be a look at years. */
    private static final int MESSAGES = 5_000;

    private static final int MOST = 100;

    /** What to look at, and in which table. */
    private enum Kind {
        TOPICS("incoming_message", """
            select 'bus' as kind, coalesce(topic, routing_key) as name, max(received_at) as last, null::timestamptz as due
            from (select topic, routing_key, received_at from incoming_message order by id desc limit %d) newest
            group by 2
            """.formatted(MESSAGES)),
        SUBMISSIONS("submission", """
            select 'builds' as kind, system as name, max(coalesce(ended_at, queued_at)) as last, null::timestamptz as due
            from submission group by system
            """),
        RUNS("process_run", """
            select 'builds' as kind, 'process' as name, max(coalesce(ended_at, started_at, queued_at)) as last,
                   null::timestamptz as due
            from process_run having count(*) > 0
            """),
        CATCH_UP("catch_up", """
            select 'catch-up' as kind, source as name, read_until as last, null::timestamptz as due from catch_up
            """),
        LOOKS("watch", """
            select 'look' as kind, name, null::timestamptz as last, due from watch where name not like 'catch-up/%'
            """);

        private final String table;
        private final String query;

        Kind(String table, String query) {
            this.table = table;
            this.query = query;
        }
    }

    private final JdbcClient sql;

    Sources(JdbcClient sql) {
        this.sql = sql;
    }

    /** By kind and name. */
    List<Source> all() {
        return Stream.of(Kind.values())
                .filter(this::exists)
                .flatMap(
                        kind -> sql
                                .sql(kind.query + " order by name limit " + MOST)
                                .query((row, _) -> source(row))
                                .list()
                                .stream())
                .toList();
    }

    private boolean exists(Kind kind) {
        return sql.sql("select to_regclass(?) is not null")
                .param(kind.table)
                .query(Boolean.class)
                .single();
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(row.getString("kind"), row.getString("name"), instant(row, "last"), instant(row, "due"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
