package io.freshmaker.command.policy;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.platform.command.Commands;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.test.utils.RecordingCommandBus;

/** What a job reads, and the commands that it sends. */
final class Stored {

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final RecordingCommandBus bus = new RecordingCommandBus();
    private int sequence;

    /** Stores facts of one aggregate. */
    Stored with(String aggregate, DomainEvent... facts) {
        for (DomainEvent fact : facts) {
            store.publish(new GenericDomainEventMessage<>(
                    "Any", aggregate, sequence++, new GenericMessage<>(fact), () -> Builds.NOW));
        }
        return this;
    }

    Facts facts() {
        return new Facts(store);
    }

    Commands commands() {
        return new Commands(bus, NoTransactionManager.instance());
    }

    List<Object> sent() {
        return bus.getDispatchedCommands().stream()
                .<Object>map(Message::getPayload)
                .toList();
    }
}
