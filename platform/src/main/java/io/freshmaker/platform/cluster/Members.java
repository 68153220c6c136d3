package io.freshmaker.platform.cluster;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signs of life of all processes, by the database's clock. Nobody removes a row of another one that is alive. */
final class Members {

    /** Without a sign of life for so long a process counts as dead. */
    static final Duration SILENCE = Duration.ofSeconds(8);

    private final JdbcClient sql;

    Members(JdbcClient sql) {
        this.sql = sql;
    }

    /** It is alive. */
    void beat(Member member) {
        sql.sql("""
            insert into cluster_member (member_id, cluster, processors, seen_at) values (?, ?, ?, now())
            on conflict (member_id) do update set seen_at = excluded.seen_at\
            """)
                .params(member.id(), member.cluster(), member.processors().toArray(String[]::new))
                .update();
    }

    /** Everybody who is alive, of every secret. */
    List<Member> alive() {
        return sql.sql("""
            select member_id, cluster, processors from cluster_member
            where seen_at > now() - make_interval(secs => ?) order by member_id\
            """)
                .param(SILENCE.toSeconds())
                .query((row, _) ->
                        new Member(row.getString(1), row.getString(2), List.of(texts(row.getArray("processors")))))
                .list();
    }

    /** It ends; and rows of those that died without a word are cleared away after an hour. */
    void leave(Member member) {
        sql.sql("delete from cluster_member where member_id = ? or seen_at < now() - interval '1 hour'")
                .param(member.id())
                .update();
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
