package io.freshmaker.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.Facts;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;

class ProcessorHealthIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void what_fails_here_is_a_failure_until_another_process_works_on_it() {
        try (TestHouse house = TestHouse.with(Parts.class)) {
            ProcessorHealth health = house.bean(ProcessorHealth.class);
            await().atMost(PATIENCE).until(() -> health.health().getStatus().equals(Status.UP));

            house.bean(EventStore.class).publish(Facts.about("thing-" + UUID.randomUUID(), 1));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(health.health().getDetails())
                            .hasToString("{not working=[%s]}".formatted(Failing.GROUP)));

            await().atMost(PATIENCE).until(() -> isTakenOver(house.database()));
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
    }

    /** Between two tries, when nobody has the claim. */
    private static boolean isTakenOver(TestDatabase database) {
        return database.sql()
                        .sql("update token_entry set owner = 'another', timestamp = ? where processor_name = ? and"
                                + " owner is null")
                        .params(Instant.now().toString(), Failing.GROUP)
                        .update()
                == 1;
    }

    static class Parts {

        @Bean
        Processor failing() {
            return Processor.process(Failing.GROUP, 1);
        }

        @Bean
        Failing listener() {
            return new Failing();
        }
    }

    @ProcessingGroup(Failing.GROUP)
    static class Failing {

        static final String GROUP = "failing";

        @EventHandler
        void on(Object fact) {
            throw new IllegalStateException("always");
        }
    }
}
