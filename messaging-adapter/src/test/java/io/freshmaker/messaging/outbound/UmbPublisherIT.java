package io.freshmaker.messaging.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.testing.ActiveMqUmb;
import io.freshmaker.messaging.testing.SpokenLines;
import io.freshmaker.messaging.testing.UmbEar;
import io.freshmaker.messaging.testing.UmbEar.Said;
import io.freshmaker.messaging.umb.UmbConnections;
import io.freshmaker.messaging.umb.UmbSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** What is told on the UMB, with its own kind of broker, beside what is told on the bus. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UmbPublisherIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PREFIX = "topic://VirtualTopic.eng.freshmaker.";

    private final ActiveMqUmb umb = new ActiveMqUmb();
    private final PublisherHouse house = new PublisherHouse(umb);
    private final UmbEar ear = umb.ear();

    UmbPublisherIT() throws Exception {}

    @AfterAll
    void end() {
        house.close();
    }

    @Test
    void it_hears_every_change_as_the_bus_does_in_the_same_order_and_no_facts() throws Exception {
        house.store(Story.of(30, 3));

        List<Heard> told =
                house.hear(PublisherContract.MESSAGES_OF_EVENT + 3 * PublisherContract.MESSAGES_OF_BUILD).stream()
                        .filter(message -> !PublisherContract.isFact(message))
                        .toList();
        List<Said> said = ear.hear(told.size());

        assertThat(said.stream().map(Said::id))
                .isEqualTo(told.stream().map(Heard::id).toList());
        for (int i = 0; i < told.size(); i++) {
            assertThat(json(said.get(i))).isEqualTo(told.get(i).json());
            assertThat(said.get(i).to())
                    .isEqualTo(PREFIX + told.get(i).routingKey().substring(PublisherContract.PREFIX.length()));
        }
        assertThat(said.getFirst().to()).isEqualTo(PREFIX + "event.state.changed");
    }

    @Test
    void while_it_is_away_the_bus_goes_on_and_then_it_gets_all_in_order() throws Exception {
        SpokenLines log = new SpokenLines();
        log.begin();
        umb.stop();
        house.store(Story.of(31, 150));

        List<String> told = told(150);
        await().atMost(PATIENCE)
                .until(() ->
                        !log.about("The UMB cannot be published to, again in").isEmpty());
        umb.start();

        assertThat(ear.hear(told.size()).stream().map(Said::id)).isEqualTo(told);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        log.end();
        log.mustBeSentences();
    }

    @Test
    void two_processes_tell_everything_once_and_in_order() throws Exception {
        UmbPublisher other = publisher(house.house.bean(TransactionOperations.class));
        other.start();
        house.store(Story.of(32, 100));
        List<String> told = told(100);

        assertThat(ear.hear(told.size()).stream().map(Said::id)).isEqualTo(told);
        other.stop();
    }

    @Test
    void a_crash_after_the_broker_has_accepted_tells_the_same_again() throws Exception {
        UmbPublisher own = house.house.bean(UmbPublisher.class);
        own.stop();
        house.store(Story.of(33, 2));
        List<String> told = told(2);
        UmbPublisher crashing = publisher(onceCrashing(house.house.bean(TransactionOperations.class)));
        crashing.start();

        List<Said> said = ear.hear(2 * told.size());
        assertThat(said.subList(0, told.size()).stream().map(Said::id)).isEqualTo(told);
        assertThat(said.subList(told.size(), said.size())).isEqualTo(said.subList(0, told.size()));
        crashing.stop();
        own.start();
    }

    private List<String> told(int builds) throws Exception {
        int all = PublisherContract.MESSAGES_OF_EVENT + builds * PublisherContract.MESSAGES_OF_BUILD;
        return house.hear(all).stream()
                .filter(message -> !PublisherContract.isFact(message))
                .map(Heard::id)
                .toList();
    }

    private UmbPublisher publisher(TransactionOperations transactions) {
        UmbSettings settings = house.house.bean(UmbSettings.class);
        return new UmbPublisher(
                house.house.bean(UmbOutbox.class),
                new UmbSender(house.house.bean(UmbConnections.class), settings),
                transactions,
                house.house.bean(BusMetrics.class),
                settings);
    }

    /** Does everything once without committing it. */
    private static TransactionOperations onceCrashing(TransactionOperations transactions) {
        AtomicBoolean crashed = new AtomicBoolean();
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                return transactions.execute(status -> {
                    T result = action.doInTransaction(status);
                    if (!crashed.getAndSet(true)) throw new IllegalStateException("crash before the commit");
                    return result;
                });
            }
        };
    }

    private long waiting() {
        return house.house
                .database()
                .sql()
                .sql("select count(*) from umb_message")
                .query(Long.class)
                .single();
    }

    private static JsonNode json(Said said) throws Exception {
        return JSON.readTree(said.body());
    }
}
