package io.freshmaker.query.testing;

import static org.awaitility.Awaitility.await;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.compose.ComposeDomainEvent;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.leftover.LeftoverDomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores facts as the aggregates would, and waits until they are projected. */
@Component
public class Facts {

    private final EventStore store;
    private final Api api;
    private final JdbcClient sql;
    private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();

    Facts(EventStore store, Api api, JdbcClient sql) {
        this.store = store;
        this.api = api;
        this.sql = sql;
    }

    /** Stores them all in one go and waits until the read models have passed the last. */
    public List<String> store(Story.Told... facts) {
        return store(List.of(facts));
    }

    public List<String> store(List<Story.Told> facts) {
        List<String> ids = publish(facts);
        awaitSeen(ids.getLast());
        return ids;
    }

    /** Stores them with the current unit of work, if there is one, and does not wait. */
    public List<String> publish(List<Story.Told> facts) {
        List<? extends DomainEventMessage<?>> messages =
                facts.stream().map(told -> message(told.fact(), told.at())).toList();
        store.publish(messages);
        return messages.stream().map(DomainEventMessage::getIdentifier).toList();
    }

    public void awaitSeen(String factId) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> api.get("/api/1/event-types/0?seen=" + factId)
                        .headers()
                        .firstValue("Freshmaker-Seen")
                        .equals(Optional.of("true")));
    }

    /** Until the numbering has given that fact its position. */
    public void awaitNumbered(String factId) {
        await().until(() -> sql.sql("select count(*) from feed where event_identifier = ?")
                        .param(factId)
                        .query(Integer.class)
                        .single()
                == 1);
    }

    private DomainEventMessage<DomainEvent> message(DomainEvent fact, Instant at) {
        String aggregate = subject(fact);
        long sequence =
                sequences.computeIfAbsent(aggregate, _ -> new AtomicLong()).getAndIncrement();
        return new GenericDomainEventMessage<>(
                type(fact),
                aggregate,
                sequence,
                fact,
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                at);
    }

    private static String subject(DomainEvent fact) {
        return switch (fact) {
            case ArtifactBuildDomainEvent build -> build.buildId().value();
            case EventDomainEvent event -> event.eventId().value();
            case ComposeDomainEvent compose -> compose.composeId().value();
            case LeftoverDomainEvent leftover -> leftover.leftoverId().value();
            default -> throw new IllegalArgumentException("Of no aggregate: " + fact);
        };
    }

    private static String type(DomainEvent fact) {
        return switch (fact) {
            case ArtifactBuildDomainEvent _ -> "ArtifactBuild";
            case ComposeDomainEvent _ -> "RequestedCompose";
            case LeftoverDomainEvent _ -> "Leftover";
            default -> "Event";
        };
    }
}
