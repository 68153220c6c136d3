package io.freshmaker.platform.wake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.axon.Processor;
import io.freshmaker.platform.testing.Facts;
import io.freshmaker.platform.testing.Facts.Happened;
import io.freshmaker.platform.testing.TestHouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

class TwoProcessesIT {

    @Test
    void what_one_process_stores_a_processor_in_another_sees_at_once() {
        try (TestHouse reader = TestHouse.with(Parts.class);
                TestHouse writer = TestHouse.on(reader.database())) {
            EventStore store = writer.bean(EventStore.class);
            Projection projection = reader.bean(Projection.class);
            List<Duration> waits = new ArrayList<>();
            for (int i = 0; i < 25; i++) waits.add(wait(store, projection));

            waits.sort(Duration::compareTo);
            assertThat(waits.get(12)).isLessThan(Duration.ofMillis(80)); // 125 on average by polling alone
        }
    }

    private static Duration wait(EventStore store, Projection projection) {
        String thing = "thing-" + UUID.randomUUID();
        store.publish(Facts.about(thing, 1));
        long committed = System.nanoTime();
        await().pollInterval(Duration.ofMillis(2)).until(() -> projection.seen.contains(thing));
        return Duration.ofNanos(System.nanoTime() - committed);
    }

    static class Parts {

        @Bean
        Projection projection() {
            return new Projection();
        }

        @Bean
        Processor projectionProcessor() {
            return Processor.projection(Projection.GROUP, 100);
        }
    }

    @ProcessingGroup(Projection.GROUP)
    static final class Projection {

        static final String GROUP = "test-projection";
        final List<String> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Happened fact) {
            seen.add(fact.thing());
        }
    }
}
