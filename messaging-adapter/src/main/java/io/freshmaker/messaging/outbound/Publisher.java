package io.freshmaker.messaging.outbound;

import io.freshmaker.api.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Publishes every stored fact (contract §3), a whole batch of its processor at once: view, confirmed messages and then the
 * token, in one transaction. So a fact is published after it is committed, at least once, and in the order of the feed.
 */
@Component
@ProcessingGroup(Publisher.GROUP)
@DisallowReplay
class Publisher {

    static final String GROUP = "publisher";
    private static final String BATCH = Publisher.class.getName();

    private final FactPublishing publishing;
    private final Serializer serializer;

    Publisher(FactPublishing publishing, @Qualifier("eventSerializer") Serializer serializer) {
        this.publishing = publishing;
        this.serializer = serializer;
    }

    @EventHandler
    void on(DomainEvent fact, DomainEventMessage<?> message, UnitOfWork<?> unit) {
        List<StoredFact> batch = unit.root().getOrComputeResource(BATCH, _ -> {
            List<StoredFact> facts = new ArrayList<>();
            unit.root().onPrepareCommit(_ -> publishing.publish(facts));
            return facts;
        });
        batch.add(StoredFact.of(message, serializer));
    }
}
