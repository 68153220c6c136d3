package io.freshmaker.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.Facts;
import io.freshmaker.platform.testing.Facts.Happened;
import io.freshmaker.platform.testing.TestHouse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Positions are taken when a fact is stored and seen when it is committed, so they come in another order and with gaps. */
class TailEngineIT {

    private static TestHouse house;
    private static EventStore store;
    private static Witness witness;

    @BeforeAll
    static void start() {
        house = TestHouse.with(Parts.class);
        store = house.bean(EventStore.class);
        witness = house.bean(Witness.class);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void a_gap_larger_than_what_is_read_at_once_hides_nothing() {
        awaitSeen(published("before"));
        house.bean(JdbcClient.class)
                .sql("alter table domain_event alter column global_index restart with 2000")
                .update();

        awaitSeen(published("after"));
    }

    @Test
    void a_fact_committed_after_one_with_a_later_position_is_seen_once() {
        String[] late = new String[1];
        transaction().executeWithoutResult(_ -> {
            late[0] = published("late");
            awaitSeen(publishedElsewhere("early"));
            assertThat(witness.seen).doesNotContain(late[0]);
        });

        awaitSeen(late[0]);
        awaitSeen(published("next"));
        assertThat(witness.seen.stream().filter(late[0]::equals)).hasSize(1);
    }

    @Test
    void facts_are_stored_in_the_transaction_of_who_stores_them() {
        String[] lost = new String[1];
        transaction().executeWithoutResult(status -> {
            lost[0] = published("lost");
            status.setRollbackOnly();
        });

        awaitSeen(published("kept"));
        assertThat(witness.seen).doesNotContain(lost[0]);
    }

    /** By another thread, which takes no part in our transaction. */
    private static String publishedElsewhere(String name) {
        return CompletableFuture.supplyAsync(() -> published(name)).join();
    }

    private static void awaitSeen(String thing) {
        await().until(() -> witness.seen.contains(thing));
    }

    private static String published(String name) {
        String thing = name + "-" + UUID.randomUUID();
        store.publish(Facts.about(thing, 1));
        return thing;
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(house.bean(PlatformTransactionManager.class));
    }

    static class Parts {

        @Bean
        Witness witness() {
            return new Witness();
        }

        @Bean
        Processor witnessProcessor() {
            return Processor.process(Witness.GROUP, 10);
        }
    }

    @ProcessingGroup(Witness.GROUP)
    static final class Witness {

        static final String GROUP = "test-witness";
        final List<String> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Happened fact) {
            seen.add(fact.thing());
        }
    }
}
