package io.freshmaker.messaging.outbound;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.platform.feed.Fact;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;

/** A fact as the publisher needs it; {@code json} is its payload as stored. */
record StoredFact(String id, String aggregateType, String subject, Instant time, DomainEvent payload, String json) {

    static StoredFact of(DomainEventMessage<?> message, Serializer serializer) {
        return new StoredFact(
                message.getIdentifier(),
                message.getType(),
                message.getAggregateIdentifier(),
                message.getTimestamp(),
                (DomainEvent) message.getPayload(),
                message.serializePayload(serializer, String.class).getData());
    }

    /** As the feed shows it. */
    Fact at(long position) {
        return new Fact(position, id, aggregateType, subject, payload.getClass().getSimpleName(), time, json);
    }
}
