package io.freshmaker.platform.feed;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.Facts;
import io.freshmaker.platform.testing.TestHouse;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NumberingIT {

    private static TestHouse house;

    @BeforeAll
    static void start() {
        house = TestHouse.with();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void facts_get_positions_without_gaps_in_their_order() {
        house.bean(EventStore.class).publish(Facts.about("thing-1", 10));

        await().atMost(10, SECONDS).until(() -> facts().size() == 10);
        assertThat(facts())
                .extracting(Fact::position)
                .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    private static List<Fact> facts() {
        return house.bean(Feed.class).after(0, 1000);
    }
}
