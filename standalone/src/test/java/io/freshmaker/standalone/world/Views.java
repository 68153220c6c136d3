package io.freshmaker.standalone.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read models: all tables whose names end in {@code _view}. */
public final class Views {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcClient sql;

    public Views(JdbcClient sql) {
        this.sql = sql;
    }

    /** Every row of every read model, each as text. */
    public Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        names().forEach(name -> rows.put(name, texts("select t::text from " + name + " t order by 1")));
        return rows;
    }

    /** @param replay empties them and begins to make them from zero */
    public void equalAReplay(Runnable replay) {
        Map<String, List<String>> before = rows();
        assertThat(before.get("event_view")).as("rows before the replay").isNotEmpty();
        replay.run();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(rows()).as("read models after a replay").isEqualTo(before));
    }

    private List<String> names() {
        return texts("select table_name from information_schema.tables where table_name like '%\\_view' order by 1");
    }

    private List<String> texts(String question) {
        return sql.sql(question).query((row, _) -> row.getString(1)).list();
    }
}
