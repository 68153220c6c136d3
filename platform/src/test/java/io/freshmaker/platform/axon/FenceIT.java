package io.freshmaker.platform.axon;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.Facts;
import io.freshmaker.platform.testing.Facts.Happened;
import io.freshmaker.platform.testing.TestHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** What another process took over in the meantime is not touched by one that wakes up late. */
class FenceIT {

    private static TestHouse house;
    private static TokenStore tokens;

    @BeforeAll
    static void start() {
        house = TestHouse.with(Parts.class);
        tokens = house.bean(TokenStore.class);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void a_process_handles_nothing_of_a_segment_that_another_one_has_taken() {
        Counter counter = house.bean(Counter.class);
        house.bean(EventStore.class).publish(Facts.about("before-" + UUID.randomUUID(), 1));
        await().atMost(10, SECONDS).until(() -> counter.seen.size() == 1);
        takenBy("another", Counter.GROUP, Instant.now().plus(Duration.ofHours(1)));

        house.bean(EventStore.class).publish(Facts.about("after-" + UUID.randomUUID(), 1));

        await().atMost(10, SECONDS).until(FenceIT::hasGivenUp);
        assertThat(counter.seen).hasSize(1);
    }

    @Test
    void a_lost_claim_is_not_taken_back_though_the_other_one_has_gone() {
        inTransaction(() -> tokens.initializeTokenSegments("lost", 1));
        inTransaction(() -> tokens.fetchToken("lost", 0));
        takenBy("gone", "lost", Instant.EPOCH);

        assertThatThrownBy(() -> inTransaction(() -> tokens.extendClaim("lost", 0)))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> inTransaction(() -> tokens.storeToken(new GlobalSequenceTrackingToken(1), "lost", 0)))
                .isInstanceOf(UnableToClaimTokenException.class)
                .hasMessageContaining("lost[0]");
    }

    @Test
    void who_has_a_claim_extends_it_and_stores_how_far_it_came() {
        inTransaction(() -> tokens.initializeTokenSegments("kept", 1));
        inTransaction(() -> tokens.fetchToken("kept", 0));

        inTransaction(() -> tokens.extendClaim("kept", 0));
        inTransaction(() -> tokens.storeToken(new GlobalSequenceTrackingToken(7), "kept", 0));

        inTransaction(() -> assertThat(tokens.fetchToken("kept", 0)).isEqualTo(new GlobalSequenceTrackingToken(7)));
    }

    private static boolean hasGivenUp() {
        return house
                .bean(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup(Counter.GROUP, StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .values()
                .stream()
                .allMatch(EventTrackerStatus::isErrorState);
    }

    private static void takenBy(String owner, String processor, Instant at) {
        house.database()
                .sql()
                .sql("update token_entry set owner = ?, timestamp = ? where processor_name = ?")
                .params(owner, at.toString(), processor)
                .update();
    }

    private static void inTransaction(Runnable work) {
        house.bean(TransactionManager.class).executeInTransaction(work);
    }

    static class Parts {

        @Bean
        Counter counter() {
            return new Counter();
        }

        @Bean
        Processor counterProcessor() {
            return Processor.process(Counter.GROUP, 10);
        }
    }

    @ProcessingGroup(Counter.GROUP)
    static final class Counter {

        static final String GROUP = "test-counter";
        final List<String> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Happened fact) {
            seen.add(fact.thing());
        }
    }
}
