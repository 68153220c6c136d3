package io.freshmaker.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.freshmaker.platform.testing.TestHouse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A processor that has failed here, as one does that finds its claim gone after a pause of the process. */
class ProcessorHealthIT {

    private static final String GROUP = "failed";
    private static final String NOBODY = "";

    private static TestHouse house;
    private static JdbcClient sql;
    private static ProcessorHealth health;

    @BeforeAll
    static void open() {
        house = TestHouse.with();
        sql = house.database().sql();
        health = new ProcessorHealth(
                List.of(Processor.process(GROUP, 1)), failed(), sql, house.bean(Clock.class));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void forget() {
        sql.sql("delete from token_entry where processor_name = ?").param(GROUP).update();
    }

    @Test
    void while_another_process_works_on_it_all_is_well() {
        claimed("another", Duration.ZERO);

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void when_the_other_one_falls_silent_it_is_a_failure() {
        claimed("another", Duration.ofSeconds(12));

        assertThat(health.health().getDetails()).hasToString("{not working=[failed]}");
    }

    @Test
    void when_nobody_has_it_it_is_a_failure() {
        claimed(NOBODY, Duration.ZERO);

        assertThat(health.health().getDetails()).hasToString("{not working=[failed]}");
    }

    private static void claimed(String owner, Duration ago) {
        sql.sql("insert into token_entry (processor_name, segment, owner, timestamp) values (?, 0, nullif(?, ''), ?)")
                .params(GROUP, owner, Instant.now().minus(ago).toString())
                .update();
    }

    private static EventProcessingConfiguration failed() {
        EventTrackerStatus status = mock();
        when(status.isErrorState()).thenReturn(true);
        StreamingEventProcessor processor = mock();
        when(processor.isRunning()).thenReturn(true);
        when(processor.processingStatus()).thenReturn(Map.of(0, status));
        EventProcessingConfiguration processing = mock();
        when(processing.eventProcessorByProcessingGroup(GROUP, StreamingEventProcessor.class))
                .thenReturn(Optional.of(processor));
        when(processing.tokenStore(GROUP)).thenReturn(house.bean(TokenStore.class));
        return processing;
    }
}
