package io.freshmaker.platform.wake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.axon.Processor;
import io.freshmaker.platform.testing.Facts;
import io.freshmaker.platform.testing.Facts.Happened;
import io.freshmaker.platform.testing.TestHouse;
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
    void what_one_process_stores_wakes_the_processors_of_another_but_not_its_own_once_more() {
        try (TestHouse reader = TestHouse.with(Parts.class);
                TestHouse writer = TestHouse.on(reader.database(), Others.class)) {
            Woken woken = reader.bean(Woken.class);
            Woken own = writer.bean(Woken.class);
            await().until(() -> woken.count() == 1 && own.count() == 1); // when they began to listen
            String thing = "thing-" + UUID.randomUUID();

            writer.bean(EventStore.class).publish(Facts.about(thing, 1));

            await().until(() -> woken.count() == 2); // which no polling does
            await().until(() -> reader.bean(Projection.class).seen.contains(thing));
            assertThat(own.count()).isEqualTo(1);
        }
    }

    static class Others {

        @Bean
        Woken woken() {
            return new Woken(News.FACTS);
        }
    }

    static class Parts extends Others {

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
