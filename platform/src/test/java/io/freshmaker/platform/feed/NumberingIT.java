package io.freshmaker.platform.feed;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.Facts;
import io.freshmaker.platform.testing.TestHouse;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NumberingIT {

    private static TestHouse house;
    private static EventStore store;
    private static Feed feed;

    @BeforeAll
    static void start() {
        house = TestHouse.with();
        store = house.bean(EventStore.class);
        feed = house.bean(Feed.class);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void facts_get_positions_without_gaps_in_their_order() {
        long before = last();
        List<DomainEventMessage<?>> facts = Facts.about("thing-" + UUID.randomUUID(), 10);

        store.publish(facts);

        awaitFactsAfter(before, 10);
        assertThat(feed.after(before, 100))
                .extracting(Fact::id)
                .isEqualTo(facts.stream().map(EventMessage::getIdentifier).toList());
        assertNoGaps();
    }

    @Test
    void a_fact_shows_who_it_is_about_and_what_happened() {
        long before = last();
        DomainEventMessage<?> fact = Facts.one();

        store.publish(fact);

        awaitFactsAfter(before, 1);
        Fact shown = feed.after(before, 1).getFirst();
        assertThat(shown.aggregateType()).isEqualTo("Thing");
        assertThat(shown.subject()).isEqualTo(fact.getAggregateIdentifier());
        assertThat(shown.type()).endsWith("Happened");
        assertThat(shown.time()).isEqualTo(fact.getTimestamp().truncatedTo(ChronoUnit.MILLIS));
        assertThat(shown.payload())
                .isEqualTo("{\"thing\":\"%s\",\"what\":\"number 0\"}".formatted(fact.getAggregateIdentifier()));
    }

    @Test
    void two_that_store_at_the_same_time_leave_no_gap_and_keep_each_their_order() throws InterruptedException {
        long before = last();
        String one = "thing-" + UUID.randomUUID();
        String other = "thing-" + UUID.randomUUID();

        Thread first = Thread.ofPlatform().start(() -> storeOneByOne(one));
        Thread second = Thread.ofPlatform().start(() -> storeOneByOne(other));
        first.join();
        second.join();

        awaitFactsAfter(before, 100);
        assertNoGaps();
        assertThat(payloadsAbout(one, before)).isEqualTo(expectedPayloads(one));
        assertThat(payloadsAbout(other, before)).isEqualTo(expectedPayloads(other));
    }

    @Test
    void a_fact_that_is_taken_back_gets_no_position() {
        long before = last();
        assertThatThrownBy(() -> house.bean(TransactionManager.class).executeInTransaction(() -> {
                    store.publish(Facts.one());
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");

        DomainEventMessage<?> next = Facts.one();
        store.publish(next);

        awaitFactsAfter(before, 1);
        assertThat(feed.after(before, 10)).extracting(Fact::id).containsExactly(next.getIdentifier());
        assertNoGaps();
    }

    @Test
    void facts_that_are_seen_again_keep_their_positions() {
        long before = last();
        store.publish(Facts.about("thing-" + UUID.randomUUID(), 3));
        awaitFactsAfter(before, 3);
        List<Fact> numbered = feed.after(0, 10_000);

        EventProcessor processor = house.bean(EventProcessingConfiguration.class)
                .eventProcessor(Numbering.GROUP)
                .orElseThrow();
        processor.shutDown();
        house.database()
                .sql()
                .sql("delete from token_entry where processor_name = ?")
                .param(Numbering.GROUP)
                .update();
        processor.start();
        store.publish(Facts.one());

        awaitFactsAfter(before, 4);
        assertThat(feed.after(0, 10_000)).startsWith(numbered.toArray(Fact[]::new));
        assertNoGaps();
    }

    @Test
    void positions_are_known_for_the_facts_that_have_one() {
        long before = last();
        DomainEventMessage<?> fact = Facts.one();
        store.publish(fact);
        awaitFactsAfter(before, 1);

        assertThat(feed.positionsOf(List.of(fact.getIdentifier(), "unknown")))
                .containsOnlyKeys(fact.getIdentifier())
                .containsValue(before + 1);
        assertThat(feed.positionsOf(List.of())).isEmpty();
    }

    @Test
    void no_more_facts_are_read_than_asked_for() {
        long before = last();
        store.publish(Facts.about("thing-" + UUID.randomUUID(), 5));
        awaitFactsAfter(before, 5);

        assertThat(feed.after(before + 1, 2)).extracting(Fact::position).containsExactly(before + 2, before + 3);
    }

    private static void storeOneByOne(String thing) {
        Facts.about(thing, 50).forEach(store::publish);
    }

    private static List<String> payloadsAbout(String thing, long after) {
        return feed.after(after, 1000).stream()
                .filter(fact -> fact.subject().equals(thing))
                .map(Fact::payload)
                .toList();
    }

    private static List<String> expectedPayloads(String thing) {
        List<String> payloads = new ArrayList<>();
        for (int i = 0; i < 50; i++) payloads.add("{\"thing\":\"%s\",\"what\":\"number %d\"}".formatted(thing, i));
        return payloads;
    }

    private static void assertNoGaps() {
        List<Fact> all = feed.after(0, 10_000);
        assertThat(all)
                .extracting(Fact::position)
                .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
    }

    private static long last() {
        return feed.after(0, 10_000).size();
    }

    private static void awaitFactsAfter(long position, int count) {
        await().atMost(20, SECONDS).until(() -> feed.after(position, 1000).size() >= count);
    }
}
