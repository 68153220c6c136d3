package io.freshmaker.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two query sides on one database: one has the processor of the read models, the other is asked. */
class ReplayInAnotherProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_replay_is_asked_of_any_process_and_goes_on_when_the_one_that_runs_it_dies() throws Exception {
        try (TestDatabase database = TestPostgres.fresh();
                ConfigurableApplicationContext holder = start(database);
                ConfigurableApplicationContext other = start(database)) {
            Story large = Story.registered();
            for (int i = 0; i < 1_200; i++) large.with("image" + i);
            Story last = Story.registered().skipped(ReasonCode.ALL_DECLINED);
            Facts facts = holder.getBean(Facts.class);
            facts.store(large.planned().told());
            facts.store(last.told());
            Api api = other.getBean(Api.class);
            List<String> before = answers(api, large, last);

            try (HeldUp _ = new HeldUp(database.dataSource(), last.number())) {
                assertThat(api.post("/api/3/projections/events/replay").statusCode())
                        .isEqualTo(202);
                await().atMost(PATIENCE).until(() -> replay(api).path("facts").asInt() >= 500);
                die(holder, database);
            }

            await().atMost(PATIENCE).until(() -> replay(api).isNull());
            assertThat(answers(api, large, last)).isEqualTo(before);
        }
    }

    /** Its connections are cut, and its claim grows old; nobody releases it. */
    private static void die(ConfigurableApplicationContext process, TestDatabase database) throws SQLException {
        process.getBean(DataSource.class).unwrap(HikariDataSource.class).close();
        database.sql()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and wait_event = 'advisory'")
                .query()
                .listOfRows();
        database.sql()
                .sql("update token_entry set timestamp = '2026-01-01T00:00:00Z' where processor_name = 'events'")
                .update();
    }

    private static JsonNode replay(Api api) {
        return api.json("/api/3/projections").path(0).path("replay");
    }

    private static List<String> answers(Api api, Story... stories) {
        return List.of(stories).stream()
                .map(Story::number)
                .flatMap(number -> List.of(
                        api.get("/api/1/events/" + number).body(),
                        api.get("/api/3/events/" + number + "/graph").body())
                        .stream())
                .toList();
    }

    private static ConfigurableApplicationContext start(TestDatabase database) {
        return new SpringApplicationBuilder(RunningQuerySide.Parts.class)
                .properties(
                        "spring.config.import=classpath:application-platform.yml",
                        "spring.datasource.url=" + database.url(),
                        "server.address=127.0.0.1",
                        "freshmaker.auth=none")
                .run("--server.port=0"); // the service has a default of its own
    }
}
