package io.freshmaker.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.wake.Neighbours;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WakeableEventStoreTest {

    private final List<List<Object>> journeys = new ArrayList<>();
    private final WakeableEventStore store = WakeableEventStore.over(
            new Recorded(), () -> {}, DefaultConfigurer.defaultConfiguration().buildConfiguration(), Neighbours.NONE);

    @AfterEach
    void shut_down() {
        store.shutDown();
    }

    @Test
    void all_facts_of_a_transaction_go_to_the_database_together_and_in_order() {
        UnitOfWork<?> chunk = DefaultUnitOfWork.startAndGet(null);
        for (int i = 1; i <= 3; i++) command("fact " + i);
        chunk.commit();

        assertThat(journeys).containsExactly(List.of("fact 1", "fact 2", "fact 3"));
    }

    @Test
    void a_fact_that_comes_of_storing_others_is_stored_as_well() {
        UnitOfWork<?> chunk = DefaultUnitOfWork.startAndGet(null);
        command("fact 1");
        store.subscribe(_ -> {
            if (journeys.size() == 1) command("afterthought");
        });
        chunk.commit();

        assertThat(journeys).containsExactly(List.of("fact 1"), List.of("afterthought"));
    }

    @Test
    void facts_of_a_transaction_that_is_rolled_back_are_not_stored_with_the_next() {
        UnitOfWork<?> broken = DefaultUnitOfWork.startAndGet(null);
        command("lost");
        broken.rollback();
        UnitOfWork<?> next = DefaultUnitOfWork.startAndGet(null);
        command("kept");
        next.commit();

        assertThat(journeys).containsExactly(List.of("kept"));
    }

    @Test
    void a_fact_without_a_transaction_is_stored_at_once() {
        store.publish(GenericEventMessage.asEventMessage("alone"));

        assertThat(journeys).containsExactly(List.of("alone"));
    }

    /** As the command bus does: a unit of work within that of the chunk. */
    private void command(String fact) {
        DefaultUnitOfWork.startAndGet(null).execute(() -> store.publish(GenericEventMessage.asEventMessage(fact)));
    }

    private final class Recorded extends InMemoryEventStorageEngine {
        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            journeys.add(events.stream().<Object>map(EventMessage::getPayload).toList());
            super.appendEvents(events);
        }
    }
}
