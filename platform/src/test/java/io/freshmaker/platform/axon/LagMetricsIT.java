package io.freshmaker.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class LagMetricsIT {

    private static final JacksonSerializer SERIALIZER =
            JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();

    private final TestDatabase database = TestPostgres.fresh();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void processors_are_behind_the_newest_fact_and_policies_have_dead_letters() {
        for (int i = 0; i < 9; i++) storeFact("fact-" + i);
        TrackingToken seven = GapAwareTrackingToken.newInstance(7, List.of(5L));
        TrackingToken nine = GapAwareTrackingToken.newInstance(9, List.of());
        storeToken("policy", nine);
        storeToken("regular", seven);
        storeToken("begun", ReplayToken.createReplayToken(nine, null, "events"));
        storeToken(
                "replaying",
                ReplayToken.createReplayToken(nine, GapAwareTrackingToken.newInstance(3, List.of()), "events"));
        storeDeadLetter("policy", "letter-1");
        storeDeadLetter("policy", "letter-2");

        new LagMetrics(
                        List.of(
                                Processor.policy("policy"),
                                Processor.projection("regular", 1),
                                Processor.projection("begun", 1),
                                Processor.projection("replaying", 1)),
                        new JdbcTemplate(database.dataSource()))
                .bindTo(meters);

        assertThat(lag("policy")).isZero();
        assertThat(lag("regular")).isEqualTo(2);
        assertThat(lag("begun")).isEqualTo(9);
        assertThat(lag("replaying")).isEqualTo(6);
        assertThat(meters.get("freshmaker.dead.letters")
                        .tag("processor", "policy")
                        .gauge()
                        .value())
                .isEqualTo(2);
    }

    private double lag(String processor) {
        return meters.get("freshmaker.processor.lag")
                .tag("processor", processor)
                .gauge()
                .value();
    }

    private void storeFact(String id) {
        database.sql()
                .sql("insert into domain_event (event_identifier, aggregate_identifier, sequence_number, time_stamp,"
                        + " payload_type, payload) values (:id, :id, 0, 'now', 'Fact', '')")
                .param("id", id)
                .update();
    }

    private void storeToken(String processor, TrackingToken token) {
        database.sql()
                .sql("insert into token_entry (processor_name, segment, token) values (?, 0, ?)")
                .params(processor, SERIALIZER.serialize(token, byte[].class).getData())
                .update();
    }

    private void storeDeadLetter(String policy, String id) {
        database.sql()
                .sql("insert into dead_letter_entry (dead_letter_id, processing_group, sequence_identifier,"
                        + " sequence_index, message_type, event_identifier, time_stamp, payload_type, payload,"
                        + " enqueued_at) values (:id, :policy, :id, 0, 'Fact', :id, 'now', 'Fact', '', 'now')")
                .param("id", id)
                .param("policy", policy)
                .update();
    }
}
