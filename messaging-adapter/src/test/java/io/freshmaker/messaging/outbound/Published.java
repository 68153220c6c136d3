package io.freshmaker.messaging.outbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.leftover.LeftoverDomainEvent;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.OutgoingMessage;
import io.freshmaker.platform.feed.CloudEvents;
import io.freshmaker.platform.feed.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Every message that a story is told with, of each kind, made without a database or a broker. */
final class Published {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final WireMessages wire = new WireMessages(
            new CloudEvents(JSON),
            JSON,
            new BusSettings(
                    List.of("org.fedoraproject.prod"),
                    "org.fedoraproject.prod.freshmaker",
                    List.of(),
                    1,
                    1,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    1));
    private final List<OutgoingMessage> all = new ArrayList<>();

    private Published() {}

    static List<OutgoingMessage> of(Story story) {
        Published published = new Published();
        List<Fact> facts = facts(story);
        for (int i = 0; i < facts.size(); i++) {
            published.tell(facts.get(i), story.facts().get(i));
            published.change(facts.get(i), story, facts, i + 1);
        }
        return published.all;
    }

    /** A fact that belongs to no Event; nothing else changes with it. */
    static OutgoingMessage ofNoEvent(LeftoverDomainEvent payload) {
        Published published = new Published();
        String subject = payload.leftoverId().value();
        published.tell(fact(1, new GenericDomainEventMessage<>("Leftover", subject, 0, payload)), payload);
        return published.all.getFirst();
    }

    /** What the bus is told of somebody's request. */
    static OutgoingMessage request(EventRegistered payload) {
        Fact fact = fact(
                1, new GenericDomainEventMessage<>("Event", payload.eventId().value(), 0, payload));
        return new Published()
                .wire.requested(
                        stored(fact, payload), RequestMessage.of(payload).orElseThrow());
    }

    /** What the bus is told of a cancel of the Event 7. */
    static OutgoingMessage cancel(EventCanceled payload, Integer... running) {
        Fact fact = fact(
                1, new GenericDomainEventMessage<>("Event", payload.eventId().value(), 0, payload));
        return new Published().wire.canceled(stored(fact, payload), new CancelMessage(7, List.of(running)));
    }

    private void tell(Fact fact, DomainEvent payload) {
        all.add(wire.domainEvent(stored(fact, payload).at(fact.position())));
    }

    private void change(Fact fact, Story story, List<Fact> facts, int count) {
        Fold fold = Fold.over(story.facts().subList(0, count), facts.subList(0, count));
        StoredFact about = stored(fact, story.facts().get(count - 1));
        EventJson brief = fold.brief();
        all.addAll(wire.eventChanged(about, fold.full(), brief));
        all.addAll(wire.eventChanged(about, brief.truncated(Objects.requireNonNull(brief.buildsSummary())), brief));
        fold.builds().forEach(build -> all.add(wire.buildChanged(about, build)));
    }

    private static StoredFact stored(Fact fact, DomainEvent payload) {
        return new StoredFact(fact.id(), fact.aggregateType(), fact.subject(), fact.time(), payload, fact.payload());
    }

    private static List<Fact> facts(Story story) {
        List<DomainEventMessage<?>> messages = story.messages();
        return IntStream.range(0, messages.size())
                .mapToObj(i -> fact(i + 1, messages.get(i)))
                .toList();
    }

    private static Fact fact(int position, DomainEventMessage<?> message) {
        return new Fact(
                position,
                message.getIdentifier(),
                message.getType(),
                message.getAggregateIdentifier(),
                message.getPayloadType().getSimpleName(),
                AT,
                JSON.valueToTree(message.getPayload()).toString());
    }
}
