package io.freshmaker.platform.axon;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.letter.DeadLetter;
import io.freshmaker.platform.letter.DeadLetters;
import io.freshmaker.platform.testing.Facts;
import io.freshmaker.platform.testing.Facts.Happened;
import io.freshmaker.platform.testing.TestHouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

class ProcessorsIT {

    private static TestHouse house;
    private static EventStore store;

    @BeforeAll
    static void start() {
        house = TestHouse.with(Parts.class);
        store = house.bean(EventStore.class);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void transactions_are_real() {
        assertThat(house.bean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void every_processor_is_pooled_and_has_one_segment() {
        var processors = house.bean(EventProcessingConfiguration.class).eventProcessors();

        assertThat(processors).containsOnlyKeys("numbering", Projection.GROUP, Policy.GROUP);
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(processors.values())
                        .allSatisfy(
                                processor -> assertThat(((PooledStreamingEventProcessor) processor).processingStatus())
                                        .hasSize(1)));
    }

    @Test
    void a_processor_sees_a_fact_at_once() {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 25; i++) waits.add(waitAfterCommit());

        waits.sort(Duration::compareTo);
        assertThat(waits.get(12)).isLessThan(Duration.ofMillis(100)); // 250 on average without the wake-up
    }

    @Test
    void the_same_place_in_an_aggregates_life_is_taken_once() {
        String thing = "thing-" + UUID.randomUUID();
        store.publish(Facts.about(thing, 2));
        DomainEventMessage<?> first = Facts.about(thing, 1).getFirst();
        DomainEventMessage<?> second = Facts.about(thing, 2).getLast();

        assertThatThrownBy(() -> store.publish(first)).isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> store.publish(second)).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void what_a_policy_failed_at_is_tried_again_in_its_order() {
        List<String> stubborn = List.of("stubborn-" + UUID.randomUUID(), "stubborn-" + UUID.randomUUID());
        Policy policy = house.bean(Policy.class);
        policy.stubborn = true;
        stubborn.forEach(thing -> store.publish(Facts.about(thing, 2)));
        String next = "thing-" + UUID.randomUUID();
        store.publish(Facts.about(next, 1));
        await().atMost(20, SECONDS).until(() -> policy.seen.contains(next + " number 0"));
        assertThat(policy.seen).noneMatch(what -> stubborn.stream().anyMatch(what::startsWith));

        policy.stubborn = false;
        house.bean(DeadLetterRetries.class).retryAll();

        assertThat(stubborn)
                .allSatisfy(thing -> assertThat(policy.seen.stream().filter(what -> what.startsWith(thing)))
                        .containsExactly(thing + " number 0", thing + " number 1"));
    }

    @Test
    void a_dead_letter_says_what_failed_and_why_and_is_tried_at_once_when_somebody_wants_it() {
        DeadLetters letters = house.bean(DeadLetters.class);
        Policy policy = house.bean(Policy.class);
        policy.stubborn = true;
        String thing = "stubborn-" + UUID.randomUUID();
        store.publish(Facts.about(thing, 2));
        DeadLetter first = awaitLetter(thing, 1);
        assertThat(first.policy()).isEqualTo(Policy.GROUP);
        assertThat(first.cause()).isEqualTo("java.lang.IllegalStateException: no");
        assertThat(first.fact().type()).isEqualTo("Facts$Happened");
        assertThat(first.fact().payload()).contains(thing);
        assertThat(first.lastTriedAt()).isNotNull();
        assertThat(awaitLetter(thing, 0).cause()).isNull();

        policy.stubborn = false;
        letters.retry(first.id());

        await().atMost(5, SECONDS)
                .untilAsserted(() -> assertThat(policy.seen).contains(thing + " number 0", thing + " number 1"));
        await().until(() -> letters.find(first.id()).isEmpty());
        letters.retry(first.id());
    }

    @Test
    void a_dropped_dead_letter_is_never_reacted_to_and_what_waited_behind_it_is() {
        DeadLetters letters = house.bean(DeadLetters.class);
        Policy policy = house.bean(Policy.class);
        policy.stubborn = true;
        String thing = "stubborn-" + UUID.randomUUID();
        store.publish(Facts.about(thing, 2));
        DeadLetter first = awaitLetter(thing, 1);

        policy.stubborn = false;
        letters.drop(first.id());

        await().atMost(5, SECONDS).untilAsserted(() -> assertThat(policy.seen).contains(thing + " number 1"));
        assertThat(policy.seen).doesNotContain(thing + " number 0");
    }

    /** @param behind how many wait behind it */
    private static DeadLetter awaitLetter(String thing, int behind) {
        DeadLetters letters = house.bean(DeadLetters.class);
        return await().atMost(20, SECONDS)
                .until(
                        () -> letters.after("", 100).stream()
                                .filter(letter -> letter.fact().subject().equals(thing) && letter.behind() == behind)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Duration waitAfterCommit() {
        Projection projection = house.bean(Projection.class);
        String thing = "thing-" + UUID.randomUUID();
        store.publish(Facts.about(thing, 1));
        long committed = System.nanoTime();
        await().pollInterval(Duration.ofMillis(2))
                .atMost(10, SECONDS)
                .until(() -> projection.seen.contains(thing + " number 0"));
        return Duration.ofNanos(System.nanoTime() - committed);
    }

    static class Parts {

        @Bean
        Projection projection() {
            return new Projection();
        }

        @Bean
        Policy policy() {
            return new Policy();
        }

        @Bean
        Processor projectionProcessor() {
            return Processor.projection(Projection.GROUP, 100);
        }

        @Bean
        Processor policyProcessor() {
            return Processor.policy(Policy.GROUP);
        }
    }

    @ProcessingGroup(Projection.GROUP)
    static final class Projection {

        static final String GROUP = "test-projection";
        final List<String> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Happened fact) {
            seen.add(fact.thing() + " " + fact.what());
        }
    }

    @ProcessingGroup(Policy.GROUP)
    static final class Policy {

        static final String GROUP = "test-policy";
        final List<String> seen = new CopyOnWriteArrayList<>();
        volatile boolean stubborn;

        @EventHandler
        void react(Happened fact) {
            if (stubborn && fact.thing().startsWith("stubborn")) throw new IllegalStateException("no");
            seen.add(fact.thing() + " " + fact.what());
        }
    }
}
