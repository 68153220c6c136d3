package io.freshmaker.messaging.outbound;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.platform.axon.FactBatch;
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

    private final FactPublishing publishing;
    private final Serializer serializer;

    Publisher(FactPublishing publishing, @Qualifier("eventSerializer") Serializer serializer) {
        this.publishing = publishing;
        this.serializer = serializer;
    }

    @EventHandler
    void on(DomainEvent fact, DomainEventMessage<?> message, UnitOfWork<?> unit) {
        FactBatch.add(unit, Publisher.class, StoredFact.of(message, serializer), publishing::publish);
    }
}
