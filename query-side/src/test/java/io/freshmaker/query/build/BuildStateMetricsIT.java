package io.freshmaker.query.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class BuildStateMetricsIT {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void open_builds_are_counted_and_the_oldest_in_each_state_has_an_age() {
        try (TestDatabase database = TestPostgres.fresh()) {
            store(database, 1, BuildState.PLANNED, 90);
            store(database, 2, BuildState.PLANNED, 10);
            store(database, 3, BuildState.BUILD, 50);
            store(database, 4, BuildState.DONE, 500);

            new BuildStateMetrics(new JdbcTemplate(database.dataSource()), meters).bindTo(meters);

            assertThat(figure("freshmaker.builds", BuildState.PLANNED)).isEqualTo(2);
            assertThat(figure("freshmaker.build.oldest.age", BuildState.PLANNED))
                    .isBetween(90.0, 100.0);
            assertThat(figure("freshmaker.builds", BuildState.BUILD)).isEqualTo(1);
            assertThat(figure("freshmaker.build.oldest.age", BuildState.BUILD)).isBetween(50.0, 60.0);
        }
    }

    private double figure(String name, BuildState state) {
        return meters.get(name).tag("state", state.name()).gauge().value();
    }

    private static void store(TestDatabase database, int number, BuildState state, int secondsAgo) {
        database.sql()
                .sql("insert into build_view (build_key, number, event_number, name, type, state, state_since,"
                        + " json) values (:number::text, :number, 1, 'name', 0, :state, now() - make_interval(secs"
                        + " => :ago), '{}')")
                .param("number", number)
                .param("state", state.id())
                .param("ago", secondsAgo)
                .update();
    }
}
