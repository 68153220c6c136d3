package io.freshmaker.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class QueueMetricsIT {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void messages_that_wait_are_counted_and_the_oldest_has_an_age() {
        try (TestDatabase database = TestPostgres.fresh()) {
            store(database, "received", 90);
            store(database, "received", 10);
            store(database, "registered", 500);
            store(database, "parked", 500);

            new QueueMetrics(new JdbcTemplate(database.dataSource())).bindTo(meters);

            assertThat(figure("freshmaker.queue.messages")).isEqualTo(2);
            assertThat(figure("freshmaker.queue.age")).isBetween(90.0, 100.0);
            assertThat(figure("freshmaker.parked.messages")).isEqualTo(1);
        }
    }

    private double figure(String name) {
        return meters.get(name).gauge().value();
    }

    private static void store(TestDatabase database, String outcome, int secondsAgo) {
        database.sql()
                .sql("insert into incoming_message (exchange, routing_key, properties, headers, body, received_at,"
                        + " outcome) values ('', '', '', '{}', '', now() - make_interval(secs => ?), ?)")
                .params(secondsAgo, outcome)
                .update();
    }
}
