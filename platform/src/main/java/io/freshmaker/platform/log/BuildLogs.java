package io.freshmaker.platform.log;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the last part of what each build printed: the command side writes, the query side reads. */
public class BuildLogs {

    private final JdbcClient sql;

    public BuildLogs(JdbcClient sql) {
        this.sql = sql;
    }

    /** Replaces what is kept of a build's output. PostgreSQL keeps no NUL in a text, so none is written. */
    public void write(String buildId, String text) {
        sql.sql("""
            insert into build_log (build_id, text, written_at) values (?, ?, now())
            on conflict (build_id) do update set text = excluded.text, written_at = excluded.written_at\
            """).params(buildId, text.replace("\0", "")).update();
    }

    public Optional<String> read(String buildId) {
        return sql.sql("select text from build_log where build_id = ?")
                .param(buildId)
                .query(String.class)
                .optional();
    }
}
